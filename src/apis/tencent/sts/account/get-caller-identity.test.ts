import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const ACCOUNT = '100000000001';

test('a key is of the root user of its account', async () => {
  const { RequestId, ...caller } = await cloud.ok('GetCallerIdentity', {}, { service: 'sts' });
  assert.match(RequestId, /^[0-9a-f-]{36}$/);
  assert.deepEqual(caller, {
    Arn: `qcs::cam:${ACCOUNT}:uin/${ACCOUNT}`,
    AccountId: ACCOUNT,
    UserId: ACCOUNT,
    PrincipalId: ACCOUNT,
    Type: 'CAMUser',
  });
  assert.equal(
    await cloud.refusal('GetCallerIdentity', { Name: 'x' }, { service: 'sts' }),
    'UnknownParameter',
  );
});

test('an account has a number of an application, too; no region is asked for', async () => {
  const { Uin, OwnerUin, AppId } = await cloud.ok(
    'GetUserAppId',
    {},
    { service: 'cam', region: undefined },
  );
  assert.deepEqual([Uin, OwnerUin, AppId], [ACCOUNT, ACCOUNT, 1_250_000_001]);
});
