import type { Key } from '#kernel/key.ts';
import { instanceTarget } from '../../instance/timers.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { attachable, type AttachLimit } from '../attachable.ts';
import { beginOnDisks } from '../begin.ts';
import type { Disk } from '../disk.ts';
import { diskFaults } from '../faults.ts';
import { requireDisks, requireDiskState } from '../require.ts';
import { moveDiskRoom } from '../room.ts';
import { attachWorkflowOf } from '../workflows/attach.ts';

export interface AttachRequest extends AttachLimit {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'disk'>>;
  /** Whether they are to go with the instance; as before where it is left out. */
  readonly deleteWithInstance?: boolean | undefined;
}

/** Attaches disks to an instance of their zone, all of them or none; their room moves with them. */
export const attachDisks = verb(
  [
    diskFaults.notFound,
    diskFaults.attached,
    diskFaults.wrongState,
    diskFaults.inProgress,
    diskFaults.zoneMismatch,
    diskFaults.noRoom,
    diskFaults.notSupportedHere,
    attachable,
  ],
  async (scope: Scope, request: AttachRequest): Promise<void> => {
    const { region, keys, deleteWithInstance } = request;
    const disks = await requireDisks(scope, keys, region);
    for (const disk of disks) {
      if (disk.state === 'in-use') throw diskFaults.attached({ disk: disk.key });
      requireDiskState(disk, 'attach');
    }
    const { instance, devices } = await attachable(scope, { ...request, count: disks.length });
    const far = disks.find(({ zone }) => zone !== instance.zone);
    if (far !== undefined) throw diskFaults.zoneMismatch({ disk: far.key, instance: instance.key });
    const { host } = instance;
    requireMoves(scope, disks, host);
    const hosts: Record<string, string> = {};
    for (const { key, zone, sizeGiB, host: from } of disks) {
      if (host !== null && !(await moveDiskRoom(scope.db, sizeGiB, { from, to: host }))) {
        throw diskFaults.noRoom({ zone, disk: key });
      }
      if (from !== null) hosts[key] = from;
    }
    const deviceOf = new Map(disks.map(({ key }, index) => [key, devices[index] ?? null] as const));
    await beginOnDisks(scope, {
      disks,
      operation: 'attach',
      state: 'attaching',
      workflow: attachWorkflowOf,
      input: { keys: disks.map(({ key }) => key), hosts },
      shares: [instanceTarget(instance.key)],
      change: ({ key }) => ({
        instance: instance.key,
        host,
        device: deviceOf.get(key) ?? null,
        ...(deleteWithInstance !== undefined && { deleteWithInstance }),
      }),
    });
  },
);

/** Throws where a disk would have to go to another host, and cannot. */
function requireMoves(
  { cloud }: Pick<Scope, 'cloud'>,
  disks: readonly Disk[],
  to: Key<'host'> | null,
): void {
  if (disks.every(({ host }) => host === null || host === to)) return;
  const message = cloud.supply.lacks('disk-move');
  if (message !== undefined) throw diskFaults.notSupportedHere({ message });
}
