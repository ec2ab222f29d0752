import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Quota {
  readonly Zone: string;
  readonly UsedQuota: number;
  readonly RemainingQuota: number;
  readonly TotalQuota: number;
  readonly OnceQuota?: number;
}
type Sets = Readonly<Record<string, readonly Quota[]>>;

describe('DescribeAccountQuota', () => {
  let cloud: TestCloud;

  const sets = async (Filters: readonly object[] = []) => {
    const answer = await cloud.ok('DescribeAccountQuota', { Filters });
    const overview = answer['AccountQuotaOverview'] as {
      readonly Region: string;
      readonly AccountQuota: Sets;
    };
    assert.equal(overview.Region, 'ap-guangzhou');
    assert.equal(answer['AppId'], 1_250_000_001);
    return overview.AccountQuota;
  };
  const zone = { Name: 'zone', Values: ['ap-guangzhou-3'] };
  const inZone = async (set: string) => (await sets([zone]))[set]?.[0];
  const spot = { InstanceChargeType: 'SPOTPAID', InstanceType: 'S5.LARGE8' } as const;

  before(async () => {
    cloud = await startTestCloud({
      configuration: { instancesPerZoneMax: 40, spotVcpusPerZoneMax: 8 },
    });
  });
  after(() => cloud.stop());

  test('counts instances by zone and charge, and spot instances by their vCPUs', async () => {
    await cloud.launchRunning({ InstanceCount: 2 });
    const monthly = { InstanceChargePrepaid: { Period: 1 }, InstanceChargeType: 'PREPAID' };
    await cloud.launchRunning(monthly);
    const [bidding = ''] = await cloud.launchRunning(spot);
    const of = (used: number, total: number) => ({
      UsedQuota: used,
      RemainingQuota: total - used,
      TotalQuota: total,
      Zone: 'ap-guangzhou-3',
    });
    assert.deepEqual(await inZone('PostPaidQuotaSet'), of(2, 40));
    assert.deepEqual(await inZone('PrePaidQuotaSet'), { ...of(1, 40), OnceQuota: 39 });
    assert.deepEqual(await inZone('SpotPaidQuotaSet'), of(4, 8));
    const all = await sets();
    assert.equal(all['PostPaidQuotaSet']?.length, 7);
    assert.equal(all['ImageQuotaSet']?.length, 1);
    assert.equal(all['DisasterRecoverGroupQuotaSet']?.length, 1);

    await cloud.ok('TerminateInstances', { InstanceIds: [bidding] });
    await cloud.passTime(60 * 60_000);
    assert.deepEqual(await inZone('SpotPaidQuotaSet'), of(0, 8));
  });

  test('the vCPUs of spot instances are a limit: what reaches it is made, no more', async () => {
    const two = { ...spot, InstanceCount: 2 };
    const three = { ...spot, InstanceCount: 3 };
    const launch = { ImageId: 'img-9qabwvbn', Placement: { Zone: 'ap-guangzhou-3' } };
    const code = await cloud.refusal('RunInstances', { ...launch, ...three });
    assert.equal(code, 'LimitExceeded.UserSpotQuota');
    const ids = await cloud.launchRunning(two);
    assert.equal((await inZone('SpotPaidQuotaSet'))?.RemainingQuota, 0);
    const one = await cloud.refusal('RunInstances', { ...launch, ...spot });
    assert.equal(one, 'LimitExceeded.UserSpotQuota');
    // Those that are paid by the hour have a limit of their own.
    await cloud.launchRunning();
    await cloud.ok('TerminateInstances', { InstanceIds: ids });
    await cloud.passTime(60 * 60_000);
    await cloud.launchRunning(spot);
  });

  test('narrows by zone and kind of quota, and refuses others', async () => {
    const kinds = { Name: 'quota-type', Values: ['SpotPaidQuotaSet'] };
    const found = await sets([zone, kinds]);
    assert.equal(found['SpotPaidQuotaSet']?.length, 1);
    assert.deepEqual([found['PostPaidQuotaSet'], found['ImageQuotaSet']], [[], []]);
    const refusal = (Name: string, ...Values: readonly string[]) =>
      cloud.refusal('DescribeAccountQuota', { Filters: [{ Name, Values }] });
    assert.equal(await refusal('colour', 'red'), 'InvalidFilter');
    assert.equal(await refusal('zone', 'ap-shanghai-2'), 'InvalidZone.MismatchRegion');
    assert.equal(await refusal('quota-type', 'Disks'), 'InvalidParameterValue');
    const many = Array.from({ length: 6 }, (_, i) => `ap-guangzhou-${i + 1}`);
    assert.equal(await refusal('zone', ...many), 'InvalidFilterValue.LimitExceeded');
  });
});

test('DescribeInstanceFamilyConfigs has the families of the document, in its order', async () => {
  const cloud = await startTestCloud();
  try {
    const answer = await cloud.ok('DescribeInstanceFamilyConfigs', {}, { language: 'zh-CN' });
    const found = answer['InstanceFamilyConfigSet'] as ReadonlyArray<Record<string, unknown>>;
    assert.deepEqual(found[0], { InstanceFamilyName: '标准型S1', InstanceFamily: 'S1' });
    assert.deepEqual(found.at(-1), { InstanceFamilyName: '其他', InstanceFamily: 'OTHER' });
    const english = await cloud.ok('DescribeInstanceFamilyConfigs');
    const [first] = english['InstanceFamilyConfigSet'] as ReadonlyArray<Record<string, unknown>>;
    assert.equal(first?.['InstanceFamilyName'], 'Standard S1');
  } finally {
    await cloud.stop();
  }
});
