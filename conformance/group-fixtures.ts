import assert from 'node:assert/strict';

type Ask = (action: string, body: object) => Promise<Readonly<Record<string, unknown>>>;

/** The placement group of an example (seed 004 L18589-24762), with nothing in it. */
export async function seedPlacementGroup(
  ask: Ask,
  pin: (key: string) => void,
  key: string,
): Promise<void> {
  pin(key);
  const made = await ask('CreateDisasterRecoverGroup', { Name: 'fixture', Type: 'HOST' });
  assert.equal(made['DisasterRecoverGroupId'], `ps-${key}`);
}

/** The HPC cluster of an example (seed 004 L34986-35643), with nothing in it. */
export async function seedCluster(
  ask: Ask,
  pin: (key: string) => void,
  key: string,
): Promise<void> {
  pin(key);
  const made = await ask('CreateHpcCluster', {
    Zone: 'ap-guangzhou-3',
    Name: 'fixture',
    Remark: 'fixture',
    TagSpecification: [{ ResourceType: 'hpc', Tags: [{ Key: 'tag_key', Value: 'tag_value' }] }],
  });
  const [cluster] = made['HpcClusterSet'] as ReadonlyArray<{ readonly HpcClusterId: string }>;
  assert.equal(cluster?.HpcClusterId, `hpc-${key}`);
}
