import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { MAIN } from '../support/command.ts';
import { spawnServer, type Spawned } from '../support/spawned.ts';

const data = mkdtempSync(join(tmpdir(), 'yuntai-commands-'));
/** Needs quoting in a shell. */
const SECRET = `it's$a"secret\\of#the%tests`;
let server: Spawned;
before(async () => {
  server = await spawnServer({ data, keyId: 'AKIDcommands', keySecret: SECRET });
});
after(async () => {
  server.process.kill('SIGTERM');
  await server.ended;
  rmSync(data, { recursive: true });
});

function yuntai(...args: string[]) {
  const where = args.includes('--data') ? [] : ['--data', data];
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, ...args, ...where],
    { encoding: 'utf8', timeout: 20_000, env: { ...process.env, YUNTAI_ACCESS_KEY_ID: '' } },
  );
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

function bash(script: string): string {
  return spawnSync('bash', ['-e', '-c', script], { encoding: 'utf8', timeout: 20_000 }).stdout;
}

test('a shell takes over what env prints, whatever the secret holds', () => {
  const { stdout } = yuntai('env', '--tencent-region', 'ap-beijing');
  const shown = bash(`${stdout}\nprintf '%s\\n' "$TENCENTCLOUD_SECRET_KEY" \\
    "$ALICLOUD_SECRET_KEY" "$TENCENTCLOUD_REGION" "$YUNTAI_URL"`);
  assert.deepEqual(shown.trim().split('\n'), [SECRET, SECRET, 'ap-beijing', server.url]);
  const { host } = new URL(server.url);
  const go = yuntai('env', '--snippets', 'go').stdout;
  assert.match(go, /cpf\.HttpProfile\.Endpoint = /);
  assert.ok(go.includes(host) && !go.includes('export '));
});

test('what env prints makes clients trust the server over TLS, and others as before', () => {
  const url = server.url.replace('http:', 'https:');
  const { stdout } = yuntai('env');
  assert.equal(bash(`${stdout}\ncurl -s ${url}/healthz`), 'ok\n');
  const own = yuntai('ca').stdout;
  assert.equal(new X509Certificate(own).checkIssued(new X509Certificate(own)), true);
  const [file = '', bundle = ''] = bash(
    `${stdout}\nprintf '%s\n' "$NODE_EXTRA_CA_CERTS" "$SSL_CERT_FILE"`,
  ).split('\n');
  assert.equal(readFileSync(file, 'utf8'), own);
  const all = readFileSync(bundle, 'utf8');
  assert.ok(all.startsWith(own.trimEnd()));
  assert.ok(all.includes(new X509Certificate(rootCertificates[0] ?? '').toString()));
  // A second time, from a shell that has them: nothing piles up.
  bash(`${stdout}\n${process.execPath} ${MAIN} env --data ${data}`);
  assert.ok(readFileSync(bundle, 'utf8') === all);
});

test('where TLS is not ours, there is nothing to trust', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'yuntai-plain-'));
  const options = { data: directory, keyId: 'AKIDplain', keySecret: SECRET };
  const plain = await spawnServer({ ...options, environment: { YUNTAI_TLS: 'off' } });
  const env = yuntai('env', '--data', directory).stdout;
  assert.ok(!env.includes('SSL_CERT_FILE'));
  assert.match(yuntai('ca', '--data', directory).stderr, /no authority of its own/);
  plain.process.kill('SIGTERM');
  await plain.ended;
  rmSync(directory, { recursive: true });
});

/** The command line of a vendor that the snippet of env has, for a bash to run. */
function commandOf(program: string): string {
  const { stdout } = yuntai('env', '--snippets', 'cli');
  const lines = stdout.split('\n').filter((line) => line.startsWith(`${program} `));
  const [first = ''] = lines;
  return first;
}

/** Of programs that no package manager here brings: run where they are installed. */
const without = (program: string) =>
  spawnSync(program, ['--version']).error === undefined ? false : `${program} is not installed`;

test('tccli is told its endpoint with a scheme, aliyun without one and to use HTTP', () => {
  const { host } = new URL(server.url);
  assert.match(commandOf('tccli'), new RegExp(`--endpoint http://${host}$`));
  assert.match(commandOf('aliyun'), new RegExp(`--endpoint ${host} --insecure$`));
});

for (const program of ['tccli', 'aliyun']) {
  test(`${program} works as env says`, { skip: without(program) }, () => {
    const home = mkdtempSync(join(tmpdir(), 'yuntai-home-'));
    const script = `export HOME=${home}\n${yuntai('env').stdout}\n${commandOf(program)}`;
    assert.match(bash(script), /"TotalCount": 0/);
    rmSync(home, { recursive: true });
  });
}

test('sign prints a curl command of either vendor, or sends it', () => {
  const signed = yuntai('sign', 'tencent', 'vpc', 'DescribeVpcs', '--region', 'ap-guangzhou');
  assert.match(signed.stdout, /^curl /);
  assert.match(bash(signed.stdout), /^\{"Response":\{.*"TotalCount":0/);
  const asked = ['DescribeVpcs', '--region', 'cn-guangzhou', '--body', '{"PageSize":5}'];
  const sent = yuntai('sign', 'aliyun', 'vpc', ...asked, '--send');
  assert.match(sent.stdout, /"PageSize":5/);
  assert.equal(sent.code, 0);
});

test('a refusal that sign was sent is its exit code', () => {
  const tencent = yuntai('sign', 'tencent', 'cvm', 'NoSuchAction', '--send');
  assert.match(tencent.stdout, /InvalidAction/);
  assert.equal(tencent.code, 1);
  const aliyun = yuntai('sign', 'aliyun', 'ecs', 'NoSuchAction', '--send');
  assert.match(aliyun.stdout, /InvalidAction\.NotFound/);
  assert.equal(aliyun.code, 1);
});

test('what sign cannot sign says why', () => {
  assert.match(yuntai('sign', 'tencent', 'ecs', 'X').stderr, /no service of tencent.*cvm/s);
  assert.match(yuntai('sign', 'aliyun', 'ecs', 'X', '--body', '[1]').stderr, /JSON object/);
  assert.match(yuntai('sign', 'aliyun', 'ecs', 'X', '--body', '{').stderr, /no JSON/);
  assert.match(yuntai('sign', 'aws', 'ec2', 'X').stderr, /tencent, aliyun/);
});

test('the operator’s commands reach the server', () => {
  assert.match(yuntai('status').stdout, new RegExp(`"pid": ${server.process.pid}`));
  assert.match(yuntai('clock', 'advance', '1d').stdout, /^ahead 86400 s$/m);
  assert.match(yuntai('accounts').stdout, /^100000000001 root\n {2}AKIDcommands active$/m);
  assert.match(yuntai('simulator', 'provoke', '{"effect":"x"}').stderr, /\$\.effect/);
  const soldOut = '{"effect":"sold-out","zone":"ap-guangzhou-4"}';
  const provoked = 'provoked until cleared: {"effect":"sold-out","zone":"guangzhou-4"}\n';
  assert.equal(yuntai('simulator', 'provoke', soldOut).stdout, provoked);
  assert.equal(yuntai('simulator', 'clear').stdout, 'provocations ended: 1\n');
  assert.match(yuntai('inbox').stderr, /empty/);
  assert.match(yuntai('reset').stderr, /--yes/);
  assert.match(yuntai('reset', '--yes').stdout, /empty/);
});

test('account shows, gives and takes money, and lists what moved and what things cost', () => {
  assert.match(yuntai('account', 'balance').stdout, /^balance {2}1000000000 yuan$/m);
  const taken = yuntai('account', 'credit', '-999999999.5');
  assert.match(taken.stdout, /^balance {2}0\.5 yuan$/m);
  assert.match(yuntai('account', 'credit', '2', '--voucher').stdout, /^vouchers 2 yuan$/m);
  assert.equal(JSON.parse(yuntai('account', 'balance', '--json').stdout).vouchers, 2);
  const refused = yuntai('account', 'credit', '-1');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /has not so much there/);
  const moved = yuntai('account', 'ledger').stdout;
  assert.match(moved, /opening .*funding > balance .*1000000000/);
  assert.match(moved, /credit .*balance > funding .*999999999\.5/);
  assert.doesNotMatch(yuntai('account', 'ledger', '--after', '1').stdout, /opening/);
  assert.match(yuntai('account', 'prices', 'S2.SMALL1').stdout, /^type +S2\.SMALL1 +- +59 +-$/m);
  assert.match(yuntai('account', '--help').stdout, /yuntai account credit 50 --voucher/);
});
