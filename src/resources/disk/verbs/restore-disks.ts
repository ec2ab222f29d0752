import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../../instance/faults.ts';
import { requireInstances } from '../../instance/require.ts';
import { instanceTarget } from '../../instance/timers.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { requireMachine } from '../attachable.ts';
import { beginOnDisks } from '../begin.ts';
import { diskFaults } from '../faults.ts';
import { requireDisks, requireDiskState } from '../require.ts';
import { restoreWorkflowOf } from '../workflows/restore.ts';

export interface RestoreRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'disk'>>;
  /** What the content of each comes from, by its key; one without becomes empty, as a new one. */
  readonly snapshots?: Readonly<Record<string, Key<'snapshot'>>>;
}

/**
 * Gives disks another content, all of them or none. A disk that is attached is restored while its
 * machine stands still. Whether snapshot and disk fit together is the snapshot's to say.
 */
export const restoreDisks = verb(
  [
    diskFaults.notFound,
    diskFaults.wrongState,
    diskFaults.inProgress,
    diskFaults.instanceWrongState,
    instanceFaults.notFound,
  ],
  async (scope: Scope, { region, keys, snapshots = {} }: RestoreRequest): Promise<void> => {
    const disks = await requireDisks(scope, keys, region);
    for (const disk of disks) requireDiskState(disk, 'restore');
    const holders = [...new Set(disks.flatMap(({ instance }) => instance ?? []))];
    for (const instance of await requireInstances(scope, holders, region)) {
      requireMachine(instance);
      const { key, state } = instance;
      if (state !== 'stopped') throw diskFaults.instanceWrongState({ instance: key, state });
    }
    await beginOnDisks(scope, {
      disks,
      operation: 'restore',
      state: 'restoring',
      workflow: restoreWorkflowOf,
      input: { keys: disks.map(({ key }) => key), snapshots },
      shares: holders.map(instanceTarget),
    });
  },
);
