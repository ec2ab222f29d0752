import type { Key } from '#kernel/key.ts';
import { beginOnDisks } from '../../disk/begin.ts';
import type { Disk } from '../../disk/disk.ts';
import { diskFaults } from '../../disk/faults.ts';
import { requireDisks } from '../../disk/require.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import { changeInstance } from '../../instance/change.ts';
import type { Instance } from '../../instance/instance.ts';
import { instanceTarget } from '../../instance/timers.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { snapshotFaults } from '../faults.ts';
import { requireNoMaking } from '../require-no-making.ts';
import { requireSnapshots } from '../require.ts';
import { isBeingMade, type Snapshot } from '../snapshot.ts';
import { setSnapshotStates } from '../table.ts';
import { restoreSnapshotsWorkflow } from '../workflows/restore.ts';

export interface SnapshotsApplied {
  readonly region: string | null;
  /** Each disk with the snapshot that it is rolled back to. */
  readonly restores: ReadonlyArray<{
    readonly disk: Key<'disk'>;
    readonly snapshot: Key<'snapshot'>;
  }>;
  /** Whether an instance that runs is stopped before, and started again behind that. */
  readonly stopInstance: boolean;
  readonly startInstance: boolean;
}

/** Rolls disks back to snapshots that were made of them: all of them, or none. */
export const applySnapshots = verb(
  [
    requireSnapshots,
    diskFaults.notFound,
    snapshotFaults.notReady,
    snapshotFaults.inUse,
    snapshotFaults.otherDisk,
    snapshotFaults.diskRestoring,
    requireNoMaking,
    snapshotFaults.diskStateWrong,
    snapshotFaults.sizeDiffers,
    snapshotFaults.disksApart,
    snapshotFaults.diskAttached,
    snapshotFaults.diskNotAttached,
    snapshotFaults.diskInstanceBusy,
    snapshotFaults.startWithoutStop,
  ],
  async (scope: Scope, request: SnapshotsApplied): Promise<void> => {
    const { restores, region, stopInstance, startInstance } = request;
    if (startInstance && !stopInstance) throw snapshotFaults.startWithoutStop();
    const keys = restores.map(({ snapshot }) => snapshot);
    const snapshots = await requireSnapshots(scope, { keys, region });
    const disks = await requireDisks(
      scope,
      restores.map(({ disk }) => disk),
      region,
    );
    for (const { disk, snapshot } of restores) {
      requireFit(
        disks.find(({ key }) => key === disk),
        snapshots.find(({ key }) => key === snapshot),
      );
    }
    await requireNoMaking(
      scope,
      disks.map(({ key }) => key),
    );
    const instance = await requireStandstill(scope, disks, stopInstance);
    await begin(scope, { disks, instance, request });
  },
);

function requireFit(disk: Disk | undefined, snapshot: Snapshot | undefined): void {
  if (disk === undefined || snapshot === undefined) return;
  const { key, state } = snapshot;
  if (isBeingMade(snapshot)) throw snapshotFaults.notReady({ snapshot: key });
  if (state === 'failed') throw snapshotFaults.notReady({ snapshot: key });
  if (state === 'restoring') throw snapshotFaults.inUse({ snapshot: key });
  // A copy is of the same disk, in a region where that is not.
  if (snapshot.disk !== disk.key || snapshot.source !== null) {
    throw snapshotFaults.otherDisk({ snapshot: key, disk: disk.key });
  }
  if (disk.state === 'restoring') throw snapshotFaults.diskRestoring({ disk: disk.key });
  if (disk.state !== 'available' && disk.state !== 'in-use') {
    throw snapshotFaults.diskStateWrong({ disk: disk.key });
  }
  if (snapshot.sizeGiB !== disk.sizeGiB) throw snapshotFaults.sizeDiffers({ disk: disk.key });
}

/** The instance that the disks are attached to, which is stopped or is to be. */
async function requireStandstill(
  scope: Scope,
  disks: readonly Disk[],
  stop: boolean,
): Promise<Instance | undefined> {
  const holders = [...new Set(disks.flatMap(({ instance }) => instance ?? []))];
  const [holder, other] = holders;
  const of = (key: string | undefined) => disks.find(({ instance }) => instance === key)?.key ?? '';
  if (holder === undefined) {
    if (stop) throw snapshotFaults.diskNotAttached({ disk: disks[0]?.key ?? '' });
    return undefined;
  }
  if (other !== undefined) throw snapshotFaults.disksApart({ disk: of(other) });
  const instance = (await instancesOfKeys(scope.db, holders)).get(holder);
  if (instance?.state === 'stopped') return instance;
  if (instance?.state !== 'running') {
    throw snapshotFaults.diskInstanceBusy({ disk: of(holder) });
  }
  if (!stop) throw snapshotFaults.diskAttached({ disk: of(holder), instance: holder });
  return instance;
}

async function begin(
  scope: Scope,
  {
    disks,
    instance,
    request,
  }: {
    readonly disks: readonly Disk[];
    readonly instance: Instance | undefined;
    readonly request: SnapshotsApplied;
  },
): Promise<void> {
  const { db, now, requestId } = scope;
  const { restores } = request;
  const stop = instance?.state === 'running';
  const input = {
    restores,
    instance: instance?.key ?? null,
    stop,
    start: stop && request.startInstance,
  };
  await beginOnDisks(scope, {
    disks,
    operation: 'restore',
    state: 'restoring',
    workflow: restoreSnapshotsWorkflow,
    input,
    also: instance === undefined ? [] : [instanceTarget(instance.key)],
  });
  const keys = restores.map(({ snapshot }) => snapshot);
  await db.run(setSnapshotStates, { keys, from: ['ready'], to: 'restoring', at: now });
  if (instance === undefined) return;
  const stopping = {
    state: 'stopping',
    operation: { action: 'stop', state: 'operating', request: requestId, at: now },
  } as const;
  const generation = instance.generation + 1;
  await changeInstance(db, instance, { generation, ...(stop ? stopping : {}) });
}
