import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type GivenParameters, type TestCloud } from '../../cloud.test-support.ts';

const version = '2017-12-14';

let cloud: TestCloud;
let hourly: string;
let prepaid: string;
before(async () => {
  cloud = await startTestCloud();
  [hourly = ''] = await cloud.launchRunning();
  [prepaid = ''] = await cloud.launchRunning({
    InstanceChargeType: 'PrePaid',
    Period: 1,
    PeriodUnit: 'Month',
    AutoRenew: true,
    AutoRenewPeriod: 1,
  });
});
after(() => cloud.stop());

interface Data {
  readonly TotalCount: number;
  readonly PageNum: number;
  readonly PageSize: number;
  readonly InstanceList: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

async function data(parameters: GivenParameters = {}): Promise<Data> {
  const answer = await cloud.ok('QueryAvailableInstances', parameters, { version });
  assert.deepEqual([answer['Code'], answer['Success']], ['Success', true]);
  return answer['Data'] as Data;
}

async function ids(parameters: GivenParameters): Promise<readonly unknown[]> {
  return (await data(parameters)).InstanceList.map(({ InstanceID }) => InstanceID);
}

describe('QueryAvailableInstances', () => {
  test('is empty of a product that nothing is bought of, as Terraform asks', async () => {
    assert.deepEqual(await data({ ProductCode: 'vipcloudfw' }), {
      TotalCount: 0,
      PageNum: 1,
      PageSize: 20,
      InstanceList: [],
    });
  });

  test('lists instances, what is paid in advance with its end and its renewal', async () => {
    const { InstanceList, TotalCount } = await data({ ProductCode: 'ecs' });
    assert.equal(TotalCount, 2);
    const [first, second] = InstanceList;
    assert.deepEqual(first, {
      InstanceID: prepaid,
      OwnerId: first?.['OwnerId'],
      ProductCode: 'ecs',
      ProductType: 'ecs',
      Region: 'cn-guangzhou',
      SubscriptionType: 'Subscription',
      Status: 'Normal',
      SubStatus: 'Normal',
      CreateTime: first?.['CreateTime'],
      EndTime: first?.['EndTime'],
      RenewStatus: 'AutoRenewal',
      RenewalDuration: 1,
      RenewalDurationUnit: 'M',
    });
    assert.match(String(first?.['CreateTime']), /^2026-01-02T03:04:\d\dZ$/);
    assert.match(String(first?.['EndTime']), /^2026-02-02T\d\d:\d\d:\d\dZ$/);
    assert.equal(second?.['SubscriptionType'], 'PayAsYouGo');
    assert.equal(second?.['EndTime'], undefined);
  });

  test('is narrowed by each of its parameters', async () => {
    assert.deepEqual(await ids({ SubscriptionType: 'Subscription' }), [prepaid]);
    assert.deepEqual(await ids({ SubscriptionType: 'PayAsYouGo' }), [hourly]);
    assert.deepEqual(await ids({ RenewStatus: 'AutoRenewal' }), [prepaid]);
    assert.deepEqual(await ids({ RenewStatus: 'NotRenewal' }), []);
    assert.deepEqual(await ids({ InstanceIDs: hourly }), [hourly]);
    assert.deepEqual(await ids({ InstanceIDs: `${hourly},i-nothing` }), [hourly]);
    assert.deepEqual(await ids({ ProductCode: 'ecs', Region: 'cn-beijing' }), []);
    assert.equal((await ids({ ProductCode: 'ecs', Region: 'cn-guangzhou' })).length, 2);
    assert.deepEqual(await ids({ ProductCode: 'ecs', ProductType: 'rds' }), []);
    assert.deepEqual(await ids({ CreateTimeStart: '2026-01-03T00:00:00Z' }), []);
    assert.equal((await ids({ CreateTimeEnd: '2026-01-03T00:00:00Z' })).length, 2);
    assert.deepEqual(await ids({ EndTimeStart: '2026-02-01T00:00:00Z' }), [prepaid]);
    assert.deepEqual(await ids({ EndTimeEnd: '2026-02-01T00:00:00Z' }), []);
  });

  test('is paged, up to a hundred at once', async () => {
    assert.deepEqual(await ids({ PageSize: 1, PageNum: 2 }), [hourly]);
    assert.equal((await data({ PageSize: 100 })).PageSize, 100);
    for (const wrong of [{ PageSize: 101 }, { PageNum: 0 }, { RenewStatus: 'Never' }]) {
      const code = await cloud.refusal('QueryAvailableInstances', wrong, { version });
      assert.equal(code, '400 InvalidParameter');
    }
    const alone = { Region: 'cn-guangzhou' };
    const code = await cloud.refusal('QueryAvailableInstances', alone, { version });
    assert.equal(code, '400 MissingParameter');
  });

  test('shows what is over as Expired', async () => {
    const [month = ''] = await cloud.launchRunning({
      InstanceChargeType: 'PrePaid',
      Period: 1,
      PeriodUnit: 'Week',
    });
    await cloud.passTime(8 * 86_400_000);
    const [gone] = (await data({ InstanceIDs: month })).InstanceList;
    assert.equal(gone?.['Status'], 'Expired');
  });
});
