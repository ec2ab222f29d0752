import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leaveBalance, withOpeningBalance } from '../../../../../test/support/leave-balance.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

const SETTLED_MS = 10_000;
const DAY_MS = 86_400_000;
const MONTH = { InstanceChargePrepaid: { Period: 1 } } as const;
const AHEAD = {
  InstanceType: 'S1.SMALL1',
  InstanceChargeType: 'PREPAID',
  ...MONTH,
  InternetAccessible: { InternetChargeType: 'BANDWIDTH_PREPAID', InternetMaxBandwidthOut: 1 },
} as const;
const INSUFFICIENT = 'InvalidAccount.InsufficientBalance';
const NOT_ENOUGH = 'OperationConstraints.AccountBalanceNotEnough';

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud({ env: withOpeningBalance });
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

const leave = (microYuan: number) => leaveBalance(cloud.server.store, microYuan);

async function day(ahead: number): Promise<string> {
  const [shown] = await cloud.show([hourly]);
  const created = Date.parse(String(shown?.['CreatedTime']));
  return new Date(created + ahead * DAY_MS).toISOString().slice(0, 10);
}

let hourly = '';

test('each page that costs refuses what the balance does not pay, else takes it', async () => {
  const [ahead = ''] = await cloud.launchRunning(AHEAD);
  [hourly = ''] = await cloud.launchRunning();
  const [stopped = ''] = await cloud.launchRunning(AHEAD);
  await cloud.ok('StopInstances', { InstanceIds: [stopped] });
  await cloud.passTime(SETTLED_MS);
  const renewal = { InstanceIds: [ahead], ...MONTH };
  const toPrepaid = { InstanceIds: [hourly], InstanceChargeType: 'PREPAID', ...MONTH };
  const type = { InstanceIds: [stopped], InstanceType: 'S1.SMALL2' };
  const bandwidth = {
    InstanceIds: [ahead],
    InternetAccessible: { InternetMaxBandwidthOut: 5 },
    StartTime: await day(1),
    EndTime: await day(3),
  };
  const costly: ReadonlyArray<readonly [string, object]> = [
    ['RenewInstances', renewal],
    ['ModifyInstancesChargeType', toPrepaid],
    ['ResetInstancesType', type],
    ['ResetInstancesInternetMaxBandwidth', bandwidth],
  ];
  await leave(0);
  const launch = {
    Placement: { Zone: 'ap-guangzhou-3' },
    ImageId: 'img-9qabwvbn',
    ...AHEAD,
  };
  for (const [action, body] of [['RunInstances', launch] as const, ...costly]) {
    assert.equal(await cloud.refusal(action, body), INSUFFICIENT, action);
  }
  const said = await legacy.refusal('RenewInstance', { instanceId: ahead, period: 1 });
  assert.ok(said.endsWith(NOT_ENOUGH), said);
  // Of what is paid by use an hour is set aside (seed 004 L8558).
  const { Placement, ImageId } = launch;
  const byUse = { Placement, ImageId, InstanceType: 'S1.SMALL1' };
  assert.equal(await cloud.refusal('RunInstances', byUse), INSUFFICIENT);
  await leave(100_000_000_000);
  await cloud.launchRunning();
  for (const [action, body] of costly) {
    await cloud.ok(action, body);
    await cloud.passTime(SETTLED_MS);
  }
});
