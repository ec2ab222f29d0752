import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type GivenParameters, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({
    configuration: { hpcClustersPerRegionMax: 2, hpcClusterMembersMax: 2 },
  });
});
after(() => cloud.stop());

async function made(given: GivenParameters = {}): Promise<string> {
  return String((await cloud.ok('CreateHpcCluster', { Name: 'mine', ...given }))['HpcClusterId']);
}

async function listed(given: GivenParameters = {}): Promise<unknown> {
  const { HpcClusters } = await cloud.ok('DescribeHpcClusters', given);
  return (HpcClusters as { readonly HpcCluster: unknown }).HpcCluster;
}

const remove = (HpcClusterId: string) => cloud.ok('DeleteHpcCluster', { HpcClusterId });

test('an HPC cluster is made, shown, changed and deleted', async () => {
  const id = await made({ Description: 'for tests' });
  assert.match(id, /^hpc-[a-z0-9]{20}$/);
  const shown = { HpcClusterId: id, Name: 'mine', Description: 'for tests' };
  assert.deepEqual(await listed({ HpcClusterIds: JSON.stringify([id]) }), [shown]);
  await cloud.ok('ModifyHpcClusterAttribute', { HpcClusterId: id, Name: 'ours' });
  assert.deepEqual(await listed(), [{ ...shown, Name: 'ours' }]);
  await remove(id);
  assert.deepEqual(await listed(), []);
});

test('it is refused with the codes of its pages', async () => {
  const create = (given: GivenParameters) =>
    cloud.refusal('CreateHpcCluster', { Name: 'mine', ...given });
  assert.equal(await create({ Name: 'x' }), '400 InvalidHpcClusterName.Malformed');
  assert.equal(await create({ Description: 'x' }), '400 InvalidHpcClusterDescription.Malformed');
  const ids = [await made(), await made()];
  assert.equal(await create({}), '404 InternalError');
  const modify = (given: GivenParameters) => cloud.refusal('ModifyHpcClusterAttribute', given);
  assert.equal(await modify({ HpcClusterId: ids[0] ?? '' }), '400 InvalidModifyInfo');
  assert.equal(await modify({ HpcClusterId: 'hpc-1', Name: 'aa' }), '400 HpcClusterNotExists');
  assert.equal(
    await cloud.refusal('DeleteHpcCluster', { HpcClusterId: 'hpc-1' }),
    '400 NotExists.HpcCluster',
  );
  const many = JSON.stringify(Array.from({ length: 101 }, (_, index) => `hpc-${index}`));
  assert.equal(
    await cloud.refusal('DescribeHpcClusters', { HpcClusterIds: many }),
    '400 InvalidHpcClusterIds.ExceedLimit',
  );
  assert.equal(
    await cloud.refusal('DescribeHpcClusters', { HpcClusterIds: 'hpc-1' }),
    '400 InvalidHpcClusterIds.Malformed',
  );
  for (const id of ids) await remove(id);
});

test('it has instances of types that need one, as many as it may have', async () => {
  const id = await made();
  const given = { HpcClusterId: id, InstanceType: 'ecs.sccg5.24xlarge' };
  const ids = await cloud.launchRunning({ ...given, Amount: 2 });
  assert.equal((await cloud.show(ids))[0]?.['HpcClusterId'], id);
  const { TotalCount } = await cloud.ok('DescribeInstances', { HpcClusterId: id });
  assert.equal(TotalCount, 2);
  await assert.rejects(cloud.launch(given), /OperationDenied\.NoStock/);
  await assert.rejects(
    cloud.launch({ InstanceType: 'ecs.sccg5.24xlarge' }),
    /InvalidHpcClusterId\.Necessary/,
  );
  await assert.rejects(cloud.launch({ HpcClusterId: id }), /InvalidHpcClusterId\.Unnecessary/);
  assert.equal(
    await cloud.refusal('DeleteHpcCluster', { HpcClusterId: id }),
    '400 NotEmpty.HpcCluster',
  );
  for (const InstanceId of ids) await cloud.ok('DeleteInstance', { InstanceId, Force: true });
  await cloud.passTime(120_000);
  await remove(id);
});
