import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({
    configuration: { hpcClustersPerRegionMax: 2, hpcClusterMembersMax: 2 },
  });
});
after(() => cloud.stop());

type Cluster = Readonly<Record<string, unknown>>;
const Zone = 'ap-guangzhou-3';

async function made(body: object = {}): Promise<Cluster> {
  const { HpcClusterSet } = await cloud.ok('CreateHpcCluster', { Zone, Name: 'mine', ...body });
  const [cluster] = HpcClusterSet as readonly Cluster[];
  assert.ok(cluster);
  return cluster;
}

async function listed(body: object = {}): Promise<readonly Cluster[]> {
  const { HpcClusterSet, TotalCount } = await cloud.ok('DescribeHpcClusters', body);
  assert.equal(TotalCount, (HpcClusterSet as Cluster[]).length);
  return HpcClusterSet as readonly Cluster[];
}

describe('An HPC cluster', () => {
  test('is made, found, changed and deleted', async () => {
    const Tags = [{ Key: 'a', Value: 'b' }];
    const TagSpecification = [{ ResourceType: 'hpc', Tags }];
    const cluster = await made({ Remark: 'my cluster', TagSpecification });
    const { HpcClusterId: id, ...rest } = cluster;
    assert.match(String(id), /^hpc-[a-z0-9]{8}$/);
    assert.deepEqual(rest, {
      Name: 'mine',
      Remark: 'my cluster',
      CvmQuotaTotal: 2,
      Zone,
      CurrentNum: 0,
      CreateTime: '2026-01-02T03:04:05Z',
      InstanceIds: [],
      HpcClusterType: 'STANDARD',
      HpcClusterBusinessId: '',
      HpcClusterNetMode: 30,
      Tags,
    });
    assert.deepEqual(await listed({ HpcClusterIds: [id] }), [cluster]);
    assert.deepEqual(await listed({ Zone, Name: 'mine', HpcClusterType: 'STANDARD' }), [cluster]);
    assert.deepEqual(await listed({ Filters: [{ Name: 'tag-key', Values: ['a'] }] }), [cluster]);
    for (const body of [
      { Zone: 'ap-guangzhou-4' },
      { Name: 'min' },
      { HpcClusterType: 'CHC' },
      { HpcClusterType: 'CDC' },
      { HpcClusterBusinessId: 'cluster-ax457mhr' },
      { InstanceType: 'HCCPNV4ane.58XLARGE1929' },
      { HpcClusterIds: ['hpc-00000000'] },
    ]) {
      assert.deepEqual(await listed(body), [], JSON.stringify(body));
    }
    await cloud.ok('ModifyHpcClusterAttribute', { HpcClusterId: id, Name: 'ours' });
    await cloud.ok('ModifyHpcClusterAttribute', { HpcClusterId: id, Remark: 'changed' });
    const [changed] = await listed({ HpcClusterIds: [id] });
    assert.deepEqual([changed?.['Name'], changed?.['Remark']], ['ours', 'changed']);
    await cloud.ok('DeleteHpcClusters', { HpcClusterIds: [id] });
    assert.deepEqual(await listed(), []);
  });

  test('is refused with the codes of its pages', async () => {
    const refusal = (body: object) =>
      cloud.refusal('CreateHpcCluster', { Zone, Name: 'mine', ...body });
    assert.equal(await refusal({ Zone: 'ap-beijing-3' }), 'InvalidZone.MismatchRegion');
    assert.equal(await refusal({ Name: '' }), 'InvalidParameterValue');
    assert.equal(await refusal({ Name: 'a'.repeat(61) }), 'InvalidParameterValue');
    assert.equal(await refusal({ HpcClusterType: 'OTHER' }), 'InvalidParameterValue');
    assert.equal(await refusal({ HpcClusterType: 'CDC' }), 'InvalidParameterValue');
    const ids = [await made(), await made({ HpcClusterType: 'CHC' })].map(
      (one) => one['HpcClusterId'],
    );
    assert.equal(await refusal({}), 'LimitExceeded.HpcClusterQuota');
    const gone = { HpcClusterIds: [...ids, 'hpc-00000000'] };
    assert.equal(await cloud.refusal('DeleteHpcClusters', gone), 'ResourceNotFound.HpcCluster');
    assert.equal(
      await cloud.refusal('ModifyHpcClusterAttribute', { HpcClusterId: 'hpc-1', Name: 'a' }),
      'ResourceNotFound.HpcCluster',
    );
    const tooMany = { HpcClusterIds: ids, Limit: 1 };
    assert.equal(await cloud.refusal('DescribeHpcClusters', tooMany), 'InvalidParameterValue');
    await cloud.ok('DeleteHpcClusters', { HpcClusterIds: ids });
  });

  test('has the instances that are launched into it, of types that need one', async () => {
    const InstanceType = 'HCCPNV4ane.58XLARGE1929';
    const offered = await cloud.ok('DescribeZoneInstanceConfigInfos', {
      Filters: [{ Name: 'instance-type', Values: [InstanceType] }],
    });
    const offers = offered['InstanceTypeQuotaSet'] as readonly Cluster[];
    const open = offers.filter((one) => one['Status'] === 'SELL');
    const sold = String(open[0]?.['Zone']);
    const id = (await made({ Zone: sold }))['HpcClusterId'];
    const body = { ...launchBody, Placement: { Zone: sold }, InstanceType, HpcClusterId: id };
    const ids = await cloud.launchRunning({ ...body, InstanceCount: 2 });
    assert.deepEqual(
      (await cloud.show(ids)).map((one) => one['HpcClusterId']),
      [id, id],
    );
    assert.equal(await cloud.refusal('RunInstances', body), 'LimitExceeded.InstanceQuota');
    const [cluster] = await listed({ InstanceType });
    assert.equal(cluster?.['CurrentNum'], 2);
    assert.deepEqual(
      (cluster?.['InstanceIds'] as string[] | undefined)?.toSorted(),
      [...ids].toSorted(),
    );
    const HpcClusterIds = [id];
    const inUse = await cloud.refusal('DeleteHpcClusters', { HpcClusterIds });
    assert.equal(inUse, 'ResourceInUse.HpcCluster');
    const elsewhere = (await made({ Zone: 'ap-guangzhou-7' }))['HpcClusterId'];
    assert.equal(
      await cloud.refusal('RunInstances', { ...body, HpcClusterId: elsewhere }),
      'InvalidParameterValue.HpcClusterIdZoneIdNotMatch',
    );
    await cloud.ok('TerminateInstances', { InstanceIds: ids });
    await cloud.passTime(120_000);
    await cloud.ok('DeleteHpcClusters', { HpcClusterIds: [id, elsewhere] });
  });
});
