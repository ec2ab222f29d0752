import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  ALIYUN_LAUNCH,
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

test('no secret is anywhere but where it belongs', async () => {
  const cloud = await spawnCloud({ environment: { YUNTAI_LOG_LEVEL: 'debug' } });
  const answers = await answersWithSecrets(cloud);
  await okay(cloud.tencent('RunInstances', TENCENT_LAUNCH));
  const [message] = (await cloud.admin('inbox.list')) as ReadonlyArray<{ body: object }>;
  const generated = textAt({ ...message?.body }, 'password');
  const secrets = { ...SECRETS, generated };
  assertWithout(secrets, 'an answer', answers);
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
});
