import type { Key } from '#kernel/key.ts';
import type { Disk } from '../disk/disk.ts';
import { isLocal } from '../disk/is-local.ts';
import { requireDisks } from '../disk/require.ts';
import { disksOf } from '../disk/disk.ts';
import type { Instance } from '../instance/instance.ts';
import type { Scope } from '../scope.ts';
import { insertSnapshots } from '../snapshot/make.ts';
import { requireNoMaking } from '../snapshot/require-no-making.ts';
import { verb } from '../verb.ts';
import { imageFaults } from './faults.ts';
import { madeOf, type Origin } from './origin.ts';
import { systemOf } from './system.ts';
import { unknownSystem } from './unknown-system.ts';

interface InstanceDisks {
  readonly instance: Instance;
  /** Which of its data disks, besides the system disk. */
  readonly dataDisks: 'all' | 'none' | ReadonlyArray<Key<'disk'>>;
  /** What their snapshots are called. */
  readonly name: string;
  /** Whether it is refused while another snapshot of one of them is being made. */
  readonly refusesMaking?: boolean | undefined;
}

/**
 * The disks of an instance that its image has, with a snapshot written down for each, which is made
 * when `startSnapshots` says so. Local disks have none.
 */
export const disksForImage = verb(
  [
    imageFaults.systemDiskNamed,
    imageFaults.dataDiskElsewhere,
    imageFaults.localDataDisk,
    imageFaults.diskRestoring,
    requireNoMaking,
  ],
  async (scope: Scope, asked: InstanceDisks): Promise<Origin> => {
    const { db } = scope;
    const { instance, dataDisks, name } = asked;
    const attached = (await disksOf(db, [instance.key])).get(instance.key) ?? [];
    const keys = attached.map(({ key }) => key);
    const all = await requireDisks(scope, keys, instance.region);
    const disks = [
      ...all.filter(({ role }) => role === 'system'),
      ...dataDisksOf(scope, all, { instance, dataDisks }),
    ];
    const restoring = disks.find(({ state }) => state === 'restoring');
    if (restoring !== undefined) throw imageFaults.diskRestoring({ disk: restoring.key });
    if (asked.refusesMaking === true) {
      const those = disks.map(({ key }) => key);
      await requireNoMaking(scope, those);
    }
    const made = disks.map((disk) => ({ disk, instance }));
    const snapshots = await insertSnapshots(scope, made, { name });
    const system = systemOf(scope.cloud.catalogue, instance) ?? unknownSystem;
    const base = instance.system === null ? instance.image : instance.system.base;
    const [systemDisk] = disks;
    return {
      ...madeOf({ ...system, base }),
      encrypted: systemDisk?.encrypted ?? false,
      zone: instance.zone,
      disks: disks.map(({ role, sizeGiB, device }, at) => ({
        role,
        sizeGiB,
        snapshot: snapshots[at] ?? null,
        device,
      })),
    };
  },
);

function dataDisksOf(
  scope: Scope,
  all: readonly Disk[],
  { instance, dataDisks }: Pick<InstanceDisks, 'instance' | 'dataDisks'>,
): readonly Disk[] {
  if (dataDisks === 'none') return [];
  const data = all.filter(({ role }) => role === 'data');
  if (dataDisks === 'all') return data.filter((disk) => !isLocal(scope, disk));
  return dataDisks.map((key) => {
    const disk = all.find((one) => one.key === key);
    if (disk === undefined) {
      throw imageFaults.dataDiskElsewhere({ disk: key, instance: instance.key });
    }
    if (disk.role === 'system') throw imageFaults.systemDiskNamed({ disk: key });
    if (isLocal(scope, disk)) throw imageFaults.localDataDisk({ disk: key });
    return disk;
  });
}
