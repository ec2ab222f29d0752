import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { startLxd, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';
import { KEY, scratchDirectory } from '../../support/spawned-cloud.ts';
import { tencentClient } from '../../support/tencent-client.ts';
import { walkGenerations } from '../../support/walk-generations.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LOOK_MS = 200;
const run = promisify(execFile);

/** The commands of the page that start a cloud, in order: by its socket, and over the network. */
function commandsOfThePage(): readonly string[] {
  const page = readFileSync(join(ROOT, 'docs/incus.md'), 'utf8');
  const scripts = [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, script = '']) => script);
  return scripts.filter((script) => script.startsWith('npm start'));
}

describe('the commands of docs/incus.md', { skip: withoutLxd() }, () => {
  let lxd: LxdServer;
  const certificates = scratchDirectory();
  const at = (name: string): string => join(certificates, name);
  before(async () => {
    lxd = await startLxd();
  });
  after(() => lxd?.close());

  test('attach by a socket, where one instance walks all protocols', async () => {
    const [bySocket = ''] = commandsOfThePage();
    const data = scratchDirectory();
    const command = bySocket.replace(/unix:\S+/, `unix:${lxd.socket}`);
    assert.notEqual(command, bySocket);
    const cloud = await start(command, data);
    const image = writeBusyboxImage(scratchDirectory());
    const named = ['--name', 'busybox', '--os', 'Busybox 1.35', '--min-disk', '1'];
    await yuntai('image', 'import', image, ...named, '--data', data);
    const listed = await yuntai('image', 'list', '--json', '--data', data);
    const [imported] = JSON.parse(listed) as ReadonlyArray<{ readonly ids: readonly string[] }>;
    await walkGenerations({
      url: cloud.url,
      key: KEY,
      nowSeconds: () => Math.floor(Date.now() / 1000),
      goOn: () => delay(LOOK_MS),
      place: { imageId: imported?.ids[0] ?? '' },
    });
    assert.equal((await lxd.lxc('list', '--format=csv', '--columns=n')).trim(), '');
    assert.equal(await cloud.stop(), 0);
  });

  test('attach by certificates, of which the server’s is pinned', async () => {
    const [, overNetwork = ''] = commandsOfThePage();
    const port = await freePort();
    await lxd.lxc('config', 'set', 'core.https_address', `127.0.0.1:${port}`);
    for (const name of ['client', 'other']) await makeCertificate(at(name));
    await lxd.lxc('config', 'trust', 'add', at('client.crt'));
    copyFileSync(join(lxd.directory, 'server.crt'), at('server.crt'));
    const command = overNetwork
      .replace(/https:\S+/, `https://127.0.0.1:${port}`)
      .replace(/ (\w+\.(?:crt|key))/g, (_, name: string) => ` ${at(name)}`);
    const cloud = await start(command, scratchDirectory());
    const tencent = tencentClient(cloud.url, KEY);
    assert.equal((await tencent.call('DescribeInstances', {}))['TotalCount'], 0);
    tencent.close();
    assert.equal(await cloud.stop(), 0);

    const another = command.replace(at('server.crt'), at('other.crt'));
    await assert.rejects(start(another, scratchDirectory()), /certificate/);
    const untrusted = command
      .replace(at('client.crt'), at('other.crt'))
      .replace(at('client.key'), at('other.key'));
    await assert.rejects(start(untrusted, scratchDirectory()), /trust/);
  });
});

async function makeCertificate(path: string): Promise<void> {
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1', '-nodes'];
  const files = ['-keyout', `${path}.key`, '-out', `${path}.crt`];
  await run('openssl', ['req', '-x509', ...kind, '-subj', '/CN=yuntai', ...files]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function yuntai(...args: readonly string[]): Promise<string> {
  const main = join(ROOT, 'src/cli/main.ts');
  const all = ['--disable-warning=ExperimentalWarning', main, ...args];
  return (await run(process.execPath, all)).stdout;
}

/** Runs a command of the page until it is ready. @throws Error with what it said where it ends. */
async function start(script: string, data: string) {
  const environment = {
    ...process.env,
    YUNTAI_DATA: data,
    YUNTAI_PORT: '0',
    YUNTAI_ACCESS_KEY_ID: KEY.id,
    YUNTAI_ACCESS_KEY_SECRET: KEY.secret,
  };
  const command = script.replace(/^npm/, 'exec npm');
  const child = spawn('bash', ['-e', '-c', command], { cwd: ROOT, env: environment });
  let said = '';
  const ended = once(child, 'close');
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ready = /^yuntai ready (http:\S+)$/m;
  while (!ready.test(said)) {
    const next = await Promise.race([once(child.stdout, 'data').then(() => 'more'), ended]);
    if (next !== 'more') throw new Error(said);
  }
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    return (await ended)[0];
  };
  return { url: ready.exec(said)?.[1] ?? '', stop };
}
