import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../../instance/faults.ts';
import { requireInstances } from '../../instance/require.ts';
import { instanceTarget } from '../../instance/timers.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { requireMachine } from '../attachable.ts';
import { beginOnDisks } from '../begin.ts';
import type { Disk } from '../disk.ts';
import { diskFaults } from '../faults.ts';
import { requireDisks, requireDiskState } from '../require.ts';
import { detachWorkflowOf } from '../workflows/detach.ts';

export interface DetachRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'disk'>>;
  /** That they are attached to; whichever it is, where it is left out. */
  readonly instance?: Key<'instance'> | undefined;
}

/** Takes disks from the one instance that they are attached to, all of them or none. */
export const detachDisks = verb(
  [
    diskFaults.notFound,
    diskFaults.notAttached,
    diskFaults.notPortable,
    diskFaults.wrongState,
    diskFaults.inProgress,
    diskFaults.instanceWrongState,
    instanceFaults.notFound,
  ],
  async (scope: Scope, { region, keys, instance: named }: DetachRequest): Promise<void> => {
    const disks = await requireDisks(scope, keys, region);
    const key = named ?? disks[0]?.instance ?? null;
    for (const disk of disks) refuse(disk, key);
    if (key === null) return;
    const [instance] = await requireInstances(scope, [key], region);
    if (instance !== undefined) requireMachine(instance);
    await beginOnDisks(scope, {
      disks,
      operation: 'detach',
      state: 'detaching',
      workflow: detachWorkflowOf,
      input: { keys: disks.map((disk) => disk.key) },
      shares: [instanceTarget(key)],
    });
  },
);

function refuse(disk: Disk, instance: Key<'instance'> | null): void {
  const { key: of, state } = disk;
  if (state === 'available' || (disk.instance !== null && disk.instance !== instance)) {
    throw diskFaults.notAttached({ disk: of });
  }
  if (!disk.portable) throw diskFaults.notPortable({ disk: of });
  requireDiskState(disk, 'detach');
}
