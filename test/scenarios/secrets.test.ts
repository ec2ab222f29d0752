import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  ALIYUN_LAUNCH,
  idsIn,
  KEY,
  okay,
  type SpawnedCloud,
  spawnCloud,
  TENCENT_LAUNCH,
  textAt,
} from '../support/spawned-cloud.ts';
import { storeKind } from '../support/store-choice.ts';

// Passwords, generated or given, and keys are nowhere in the clear: not in the data directory (its
// key file and credentials apart), not in logs at any level, not in metrics, not in answers of
// either vendor or of the administration socket. The inbox alone has what was generated.

const SECRETS = {
  tencentPassword: 'Given@Tencent7',
  aliyunPassword: 'Given@Aliyun7',
  refusedPassword: 'weakweakweakweak',
  accessKey: KEY.secret,
};

const login = (Password: unknown): object => ({ ...TENCENT_LAUNCH, LoginSettings: { Password } });

/** Answers to requests with secrets in them: good ones, and wrong ones of every kind. */
async function answersWithSecrets({ tencent, aliyun }: SpawnedCloud): Promise<string> {
  const { tencentPassword, aliyunPassword, refusedPassword } = SECRETS;
  const tencentBodies = [
    login(tencentPassword),
    login(refusedPassword),
    login([tencentPassword]),
    login({ Password: tencentPassword }),
    { ...TENCENT_LAUNCH, LoginSettings: tencentPassword },
    { ...login(tencentPassword), InstanceType: 'S5.NONE1' },
    { ...login(tencentPassword), ClientToken: 'secrets' },
    { ...login(`${tencentPassword}x`), ClientToken: 'secrets' },
    { ...login(tencentPassword), DryRun: true },
  ];
  const answers: object[] = [];
  for (const body of tencentBodies) answers.push(await tencent('RunInstances', body));
  for (const Password of [aliyunPassword, refusedPassword]) {
    answers.push(await aliyun('CreateInstance', { ...ALIYUN_LAUNCH, Password }));
    answers.push(await aliyun('RunInstances', { ...ALIYUN_LAUNCH, Password, Amount: 'many' }));
  }
  answers.push(await tencent('DescribeInstances', { Limit: 100 }));
  answers.push(await aliyun('DescribeInstances', { PageSize: 100 }));
  return JSON.stringify(answers);
}

function assertWithout(secrets: Readonly<Record<string, string>>, where: string, text: string) {
  for (const [name, secret] of Object.entries(secrets)) {
    const encoded = [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)];
    for (const form of encoded) assert.ok(!text.includes(form), `${name} is in ${where}`);
  }
}

/** Looks for secrets wherever a server tells or keeps something; ends it in the end. */
async function assertNowhere(cloud: SpawnedCloud, secrets: Readonly<Record<string, string>>) {
  const metrics = await fetch(`${cloud.server.url}/metrics`);
  assertWithout(secrets, 'the metrics', await metrics.text());
  for (const command of ['status', 'accounts.list', 'simulator.show', 'clock.show']) {
    assertWithout(secrets, command, JSON.stringify(await cloud.admin(command)));
  }
  await cloud.settled();
  const assertFiles = (): void => {
    const files = readdirSync(cloud.data).filter((name) => !name.startsWith('admin'));
    assert.equal(files.includes('yuntai.db'), storeKind === 'sqlite');
    for (const file of files) {
      assertWithout(secrets, file, readFileSync(join(cloud.data, file), 'latin1'));
    }
  };
  assertFiles();
  assertWithout(secrets, 'the log', cloud.server.stderr());
  await cloud.closeAudited();
  assertFiles();
  assertWithout(secrets, 'the log', cloud.server.stderr() + cloud.server.stdout());
}

test('no secret is anywhere but where it belongs', async () => {
  const cloud = await spawnCloud({ environment: { YUNTAI_LOG_LEVEL: 'debug' } });
  const answers = await answersWithSecrets(cloud);
  await okay(cloud.tencent('RunInstances', TENCENT_LAUNCH));
  const [message] = (await cloud.admin('inbox.list')) as ReadonlyArray<{ body: object }>;
  const generated = textAt({ ...message?.body }, 'password');
  const secrets = { ...SECRETS, generated };
  assertWithout(secrets, 'an answer', answers);
  await assertNowhere(cloud, secrets);
});

/** What tells a private key, in each way in which it may be written down. */
function partsOf(name: string, pem: string): Readonly<Record<string, string>> {
  const lines = pem.trim().split('\n').slice(1, -1);
  const { d = '', p = '' } = createPrivateKey(pem).export({ format: 'jwk' });
  const parts = [d, p].flatMap((part) => {
    const bytes = Buffer.from(part, 'base64url');
    return [part, bytes.toString('hex'), bytes.toString('latin1')];
  });
  return Object.fromEntries([...lines, ...parts].map((part, at) => [`${name} ${at}`, part]));
}

const CHANGED = {
  tencentReset: 'Reset@Tencent8',
  aliyunReset: 'Reset@Aliyun8',
  refusedReset: 'resetresetreset',
};

/** Answers to all that has to do with key pairs and new passwords, but for where keys are made. */
async function answersAboutLogins(
  { tencent, aliyun, settled }: SpawnedCloud,
  keys: readonly string[],
): Promise<string> {
  const answers: object[] = [];
  const [launched = ''] = idsIn(await okay(tencent('RunInstances', TENCENT_LAUNCH)));
  const created = textAt(await okay(aliyun('CreateInstance', ALIYUN_LAUNCH)), 'InstanceId');
  await settled();
  const { tencentReset, aliyunReset, refusedReset } = CHANGED;
  const reset = { InstanceIds: [launched], Password: tencentReset, ForceStop: true };
  const change = { InstanceId: created, Password: aliyunReset };
  answers.push(await okay(tencent('ResetInstancesPassword', reset)));
  answers.push(await okay(aliyun('ModifyInstanceAttribute', change)));
  for (const wrong of [{}, { Password: refusedReset }, { UserName: 'a|b' }, { InstanceIds: [] }]) {
    answers.push(await tencent('ResetInstancesPassword', { ...reset, ...wrong }));
  }
  for (const wrong of [{}, { Password: refusedReset }, { HostName: '-' }, { InstanceId: 'i-0' }]) {
    answers.push(await aliyun('ModifyInstanceAttribute', { ...change, ...wrong }));
  }
  for (const [at, key] of keys.entries()) {
    // A private key in place of a public one, as happens.
    const imported = { KeyName: `mistaken${at}`, ProjectId: 0, PublicKey: key };
    answers.push(await tencent('ImportKeyPair', imported));
    answers.push(await aliyun('ImportKeyPair', { KeyPairName: `wrong-${at}`, PublicKeyBody: key }));
  }
  answers.push(await tencent('DescribeKeyPairs', {}), await aliyun('DescribeKeyPairs', {}));
  answers.push(await tencent('DescribeInstances', {}), await aliyun('DescribeInstances', {}));
  return JSON.stringify(answers);
}

test('private keys and new passwords are answered once, at most, and kept sealed', async () => {
  const cloud = await spawnCloud({ environment: { YUNTAI_LOG_LEVEL: 'debug' } });
  const { tencent, aliyun } = cloud;
  const made = await okay(tencent('CreateKeyPair', { KeyName: 'first', ProjectId: 0 }));
  const keys = [
    textAt(made, 'KeyPair', 'PrivateKey'),
    textAt(await okay(aliyun('CreateKeyPair', { KeyPairName: 'second' })), 'PrivateKeyBody'),
  ];
  const answers = await answersAboutLogins(cloud, keys);
  const secrets = Object.assign({ ...CHANGED }, ...keys.map((key, at) => partsOf(`${at}`, key)));
  assertWithout(secrets, 'an answer', answers);
  await assertNowhere(cloud, secrets);
});
