import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MAIN } from '../test/support/command.ts';
import { spawnServer, type Spawned } from '../test/support/spawned.ts';

/**
 * The clients of other languages, pointed at a server by what `yuntai env` prints. They are run
 * where conformance/clients/install.sh has installed them.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLIENTS = join(ROOT, 'conformance/clients');
const INSTALLED = join(ROOT, 'node_modules/.cache/yuntai-clients');
const PYTHON = join(INSTALLED, 'python/bin/python');
const TCCLI = join(INSTALLED, 'python/bin/tccli');
const GO_WALK = join(INSTALLED, 'go-walk');

const data = mkdtempSync(join(tmpdir(), 'yuntai-clients-'));
let server: Spawned;
let env: string;
before(async () => {
  server = await spawnServer({ data, keyId: 'AKIDofTheClients', keySecret: 'secret-of-clients' });
  env = await output(`"${process.execPath}" "${MAIN}" env --data "${data}"`);
});
after(async () => {
  server.process.kill('SIGTERM');
  await server.ended;
  rmSync(data, { recursive: true });
});

/** What a script prints. Does not block this process, which has nothing to do with the server. */
async function output(script: string): Promise<string> {
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: ROOT,
    // tccli keeps files in its home.
    env: { ...process.env, HOME: data, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  assert.equal(code, 0, `${script}: ${stdout}${stderr}`);
  return stdout;
}

const pointed = (script: string): Promise<string> => output(`${env}\n${script}`);

const without = (path: string): string | false =>
  existsSync(path) ? false : `${path} is not installed: conformance/clients/install.sh`;

for (const scheme of ['http', 'https']) {
  describe(`over ${scheme}`, () => {
    for (const vendor of ['tencent', 'aliyun']) {
      test(`Python, ${vendor}`, { skip: without(PYTHON) }, async () => {
        const walk = join(CLIENTS, `python/${vendor}-walk.py`);
        assert.match(await pointed(`"${PYTHON}" "${walk}" ${scheme}`), /^walked over http/m);
      });
    }

    test('Go, both', { skip: without(GO_WALK) }, async () => {
      const said = await pointed(`"${GO_WALK}" ${scheme}`);
      assert.equal(said.match(/^walked over /gm)?.length, 2);
    });
  });
}

test('tccli', { skip: without(TCCLI) }, async () => {
  const path = `PATH="${join(INSTALLED, 'python/bin')}:$PATH"`;
  const said = await pointed(`${path} bash "${join(CLIENTS, 'tccli-walk.sh')}" "$YUNTAI_URL"`);
  assert.match(said, /^walked by tccli at http:/m);
});

test('the snippet of env for Python lists through both', { skip: without(PYTHON) }, async () => {
  const snippet = `"${process.execPath}" "${MAIN}" env --data "${data}" --snippets python`;
  assert.equal(await pointed(`${snippet} | "${PYTHON}" -`), '0\n0\n');
});
