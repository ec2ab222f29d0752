import { beginOnDisks } from '../disk/begin.ts';
import type { Disk } from '../disk/disk.ts';
import { diskBeingBackedUp } from '../disk-backup/usage.ts';
import { diskBackupFaults } from '../disk-backup/faults.ts';
import { instancesOfKeys } from '../instance/by-keys.ts';
import { changeInstance } from '../instance/change.ts';
import type { Instance } from '../instance/instance.ts';
import { instanceTarget } from '../instance/timers.ts';
import type { Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import { snapshotFaults } from './faults.ts';
import { requireNoMaking } from './require-no-making.ts';
import { type RestoreInput, restoreSnapshotsWorkflow } from './workflows/restore.ts';

/** Whether an instance that runs is stopped before disks are rolled back, and started again. */
export interface RollBackPower {
  readonly stopInstance: boolean;
  readonly startInstance: boolean;
}

/** @throws snapshot.startWithoutStop where an instance is to be started that is not stopped */
export function requirePower({ stopInstance, startInstance }: RollBackPower): void {
  if (startInstance && !stopInstance) throw snapshotFaults.startWithoutStop();
}

/** @throws Fault of snapshot where a disk is being rolled back, or in another state between */
export function requireRestorableState({ key: disk, state }: Disk): void {
  if (state === 'restoring') throw snapshotFaults.diskRestoring({ disk });
  if (state !== 'available' && state !== 'in-use') throw snapshotFaults.diskStateWrong({ disk });
}

/**
 * Throws where nothing can be rolled back on the disks now; answers the instance that they are
 * attached to, which is stopped or is to be.
 */
export const requireRestorable = verb(
  [
    requireNoMaking,
    diskBackupFaults.beingMade,
    snapshotFaults.disksApart,
    snapshotFaults.diskAttached,
    snapshotFaults.diskNotAttached,
    snapshotFaults.diskInstanceBusy,
  ],
  async (
    scope: Scope,
    disks: readonly Disk[],
    { stopInstance }: RollBackPower,
  ): Promise<Instance | undefined> => {
    const keys = disks.map(({ key }) => key);
    await requireNoMaking(scope, keys);
    const backedUp = await diskBeingBackedUp(scope.db, keys);
    if (backedUp !== undefined) throw diskBackupFaults.beingMade({ disk: backedUp });
    return requireStandstill(scope, disks, stopInstance);
  },
);

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

interface Restoring {
  readonly disks: readonly Disk[];
  readonly instance: Instance | undefined;
  readonly restores: RestoreInput['restores'];
  readonly from?: 'backup';
  readonly power: RollBackPower;
}

/** Begins to roll disks back, in the transaction that checked that they can be. */
export async function beginRestore(
  scope: Scope,
  { disks, instance, restores, from, power }: Restoring,
): Promise<void> {
  const { db, now, requestId } = scope;
  const stop = instance?.state === 'running';
  const input: RestoreInput = {
    restores,
    ...(from !== undefined && { from }),
    instance: instance?.key ?? null,
    stop,
    start: stop && power.startInstance,
  };
  await beginOnDisks(scope, {
    disks,
    operation: 'restore',
    state: 'restoring',
    workflow: restoreSnapshotsWorkflow,
    input,
    also: instance === undefined ? [] : [instanceTarget(instance.key)],
  });
  if (instance === undefined) return;
  const stopping = {
    state: 'stopping',
    operation: { action: 'stop', state: 'operating', request: requestId, at: now },
  } as const;
  const generation = instance.generation + 1;
  await changeInstance(db, instance, { generation, ...(stop ? stopping : {}) });
}
