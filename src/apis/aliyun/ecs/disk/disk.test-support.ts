import assert from 'node:assert/strict';
import type { GivenParameters, TestCloud } from '../../cloud.test-support.ts';

/** A disk as DescribeDisks shows it. */
export interface ShownDisk {
  readonly DiskId: string;
  readonly Status: string;
  readonly Category: string;
  readonly Size: number;
  readonly InstanceId: string;
  readonly [field: string]: unknown;
}

/** The disks that a list holds. */
export async function listDisks(
  { ok }: Pick<TestCloud, 'ok'>,
  parameters: GivenParameters,
): Promise<readonly ShownDisk[]> {
  const answer = await ok('DescribeDisks', { PageSize: 100, ...parameters });
  return (answer['Disks'] as { readonly Disk: readonly ShownDisk[] }).Disk;
}

/** The one disk. */
export async function showDisk(cloud: Pick<TestCloud, 'ok'>, id: string): Promise<ShownDisk> {
  const [disk] = await listDisks(cloud, { DiskIds: JSON.stringify([id]) });
  assert.ok(disk, `${id} is not shown`);
  return disk;
}

/** A new disk of the zone of all launches, once it is there. */
export async function makeDisk(
  { ok, passTime }: Pick<TestCloud, 'ok' | 'passTime'>,
  parameters: GivenParameters = {},
): Promise<string> {
  const usual = { ZoneId: 'cn-guangzhou-a', DiskCategory: 'cloud_efficiency', Size: 20 };
  const answer = await ok('CreateDisk', { ...usual, ...parameters });
  await passTime(60_000);
  return answer['DiskId'] as string;
}
