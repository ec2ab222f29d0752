import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leaveBalance, withOpeningBalance } from '../../../../../test/support/leave-balance.ts';
import { IMAGE, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const AHEAD = { InstanceChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Month' } as const;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ env: withOpeningBalance });
});
after(() => cloud.stop());

test('each page that costs refuses what the balance does not pay, in its code', async () => {
  const InstanceType = 'ecs.g6.large';
  const [ahead = ''] = await cloud.launchRunning({ InstanceType, ...AHEAD });
  const [hourly = ''] = await cloud.launchRunning({ InstanceType });
  await cloud.passTime(SETTLED_MS);
  await leaveBalance(cloud.server.store, 0);
  const { vSwitch: VSwitchId, group: SecurityGroupId } = await cloud.network();
  const launch = {
    ImageId: IMAGE,
    InstanceType,
    VSwitchId,
    SecurityGroupId,
    ...AHEAD,
  };
  const refused = (action: string, body: Readonly<Record<string, string | number | boolean>>) =>
    cloud.refusal(action, body);
  for (const action of ['RunInstances', 'CreateInstance']) {
    assert.equal(await refused(action, launch), '403 InsufficientBalance', action);
  }
  assert.equal(
    await refused('ModifyInstanceChargeType', {
      InstanceIds: JSON.stringify([hourly]),
      Period: 1,
      PeriodUnit: 'Month',
    }),
    '403 InvalidAccountStatus.NotEnoughBalance',
  );
  assert.equal(
    await refused('RenewInstance', { InstanceId: ahead, Period: 1 }),
    '400 InvalidParameter',
  );
});
