import type { Disk } from '../../disk/disk.ts';
import { beginReinit } from '../../disk/reinit.ts';
import { diskTarget } from '../../disk/targets.ts';
import { snapshotFaults } from '../../snapshot/faults.ts';
import { knownSnapshots } from '../../snapshot/known-snapshots.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { begin } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { reinstallFaults } from '../reinstall-faults.ts';
import { requireIdle, requireState } from '../require.ts';
import { reinitDiskWorkflow } from '../workflows/reinit-disk.ts';

export interface DiskReinit {
  readonly instance: Instance;
  readonly disk: Disk;
  /** Whether the instance is started afterwards. */
  readonly start: boolean;
}

/**
 * Checks that the disk of an instance can be given the content that it was made with: the instance
 * stands still, and was started before.
 */
export function requireReinitialisable(instance: Instance): void {
  const { key, state, startedAt, stopMode } = instance;
  if (state !== 'stopped') throw instanceFaults.wrongState({ instance: key, state });
  // One that its launch started was stopped since, in one way or the other.
  if (startedAt === null && stopMode === null) {
    throw reinstallFaults.neverStarted({ instance: key });
  }
}

/** Throws where the snapshot that a disk was made from is gone. */
const requireSource = verb(
  [snapshotFaults.sourceGone],
  async ({ db }: Scope, { key, snapshot }: Disk): Promise<void> => {
    if (snapshot === null || (await knownSnapshots(db, [snapshot])).has(snapshot)) return;
    throw snapshotFaults.sourceGone({ disk: key });
  },
);

/** Empties a data disk, or gives it the data again of the snapshot that it was made from. */
export const reinitDisk = verb(
  [
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    reinstallFaults.neverStarted,
    reinstallFaults.localDisk,
    requireSource,
    beginReinit,
  ],
  async (scope: Scope, { instance, disk, start }: DiskReinit): Promise<void> => {
    requireState(instance, 'reinstall', 'reinstall');
    requireIdle(instance, 'reinstall');
    requireReinitialisable(instance);
    const kind = scope.cloud.catalogue.diskKind(disk.category, disk.doc.performanceLevel);
    if (kind.startsWith('local-')) throw reinstallFaults.localDisk({ disk: disk.key });
    await requireSource(scope, disk);
    await beginReinit(scope, disk);
    await begin(scope, instance, {
      operation: 'reinstall',
      state: start ? 'starting' : instance.state,
      workflow: reinitDiskWorkflow,
      also: [diskTarget(disk.key)],
      input: {
        key: instance.key,
        power: start ? 'start' : 'as-it-is',
        mode: 'soft',
        disk: disk.key,
      },
    });
  },
);
