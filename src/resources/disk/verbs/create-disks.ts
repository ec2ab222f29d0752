import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import { startWorkflow } from '#workflow/start.ts';
import { takeCapacity } from '../../host/capacity.ts';
import type { Instance, Prepaid } from '../../instance/instance.ts';
import { paidTerm } from '../../instance/paid-term.ts';
import { instanceTarget } from '../../instance/timers.ts';
import { newOperation } from '../../operation/operations.ts';
import { isClosed } from '../../instance/stock.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { attachable, type AttachLimit } from '../attachable.ts';
import { type Disk, type DiskChargeType, type DiskDoc, insertDisks } from '../disk.ts';
import { newDiskRowOf, plainDisk, type NewlyMadeDisk } from '../disk-row.ts';
import { requireEncryption } from '../disk-options.ts';
import { startDailyBackups } from '../../disk-backup/timer.ts';
import { diskFaults } from '../faults.ts';
import { bookDiskRoom } from '../room.ts';
import { diskTarget } from '../targets.ts';
import { createWorkflowOf } from '../workflows/create.ts';
import { scheduleDiskExpiry } from '../workflows/expire.ts';

/** Data disks that are alike, each with a life of its own. */
export interface DiskCreation {
  /** The catalogue (so the vendor) that they come through. */
  readonly createdBy: string;
  readonly region: string;
  readonly zone: string;
  readonly count: number;
  readonly category: string;
  readonly sizeGiB: number;
  readonly name: string | null;
  /** Null: paid as the instance that it is attached to, and never taken from it. */
  readonly chargeType: DiskChargeType | null;
  readonly prepaid: Prepaid | null;
  /** What their content comes from. */
  readonly snapshot?: Key<'snapshot'> | undefined;
  readonly tags?: readonly Tag[];
  readonly project?: number | undefined;
  readonly resourceGroup?: string | null | undefined;
  readonly deleteWithInstance?: boolean | undefined;
  readonly autoSnapshot?: boolean | undefined;
  readonly deleteAutoSnapshot?: boolean | undefined;
  readonly backupQuota?: number | undefined;
  readonly doc: DiskDoc;
  /** The instance that they are attached to as soon as they are there. */
  readonly attachTo?: AttachLimit | undefined;
}

/**
 * Creates data disks: their room is booked in the transaction that creates them, and a workflow
 * makes them. Answers their keys.
 */
export const createDisks = verb(
  [
    diskFaults.soldOut,
    diskFaults.noRoom,
    diskFaults.periodNotSold,
    diskFaults.zoneMismatch,
    diskFaults.notSupportedHere,
    attachable,
    diskFaults.inProgress,
  ],
  async (scope: Scope, creation: DiskCreation): Promise<ReadonlyArray<Key<'disk'>>> => {
    const { db, now } = scope;
    const { zone, category, attachTo } = creation;
    requireEncryption(scope, [creation]);
    if (isClosed(scope, creation.createdBy, zone)) throw diskFaults.soldOut({ zone, category });
    const place = attachTo && (await attachable(scope, { ...creation, ...attachTo }));
    if (place !== undefined && place.instance.zone !== zone) {
      throw diskFaults.zoneMismatch({ instance: place.instance.key });
    }
    const hosts = await takeRoom(scope, creation, place?.instance.host ?? null);
    const disks = hosts.map((host, index): NewlyMadeDisk => {
      const attached = place && attachedAs(place.instance, place.devices[index] ?? null);
      return { ...newDisk(scope, creation), host, ...attached };
    });
    await insertDisks(db, disks.map(newDiskRowOf));
    await db.insert(
      'operations',
      disks.map((disk) => creationOf(disk, now)),
    );
    const keys = disks.map(({ key }) => key);
    await saveTags(
      db,
      { account: scope.account, kind: 'disk', resources: keys },
      creation.tags ?? [],
    );
    for (const { key, expiresAt: at, backupQuota } of disks) {
      if (backupQuota > 0) await startDailyBackups(db, key, now);
      if (at !== null) await scheduleDiskExpiry(db, { key, at }, now);
    }
    await begin(scope, keys, place?.instance.key);
    return keys;
  },
);

/** One host for each disk: that of its instance, or any that has room. */
async function takeRoom(
  scope: Scope,
  { zone, sizeGiB: diskGiB, count }: DiskCreation,
  host: Key<'host'> | null,
): Promise<ReadonlyArray<Key<'host'>>> {
  if (host !== null) {
    if (!(await bookDiskRoom(scope.db, host, diskGiB * count))) throw diskFaults.noRoom({ zone });
    return Array.from({ length: count }, () => host);
  }
  const need = { cpu: 0, memoryMiB: 0, diskGiB };
  const taken = await takeCapacity(scope, { zone, need, count, countMin: count });
  if ('hosts' in taken) return taken.hosts;
  throw diskFaults.noRoom({ zone, reason: taken.reason });
}

async function begin(
  { db, now }: Scope,
  keys: ReadonlyArray<Key<'disk'>>,
  attachTo: Key<'instance'> | undefined,
): Promise<void> {
  const [target = '', ...also] = keys.map(diskTarget);
  const shares = attachTo === undefined ? [] : [instanceTarget(attachTo)];
  const input = { keys, ...(attachTo !== undefined && { attachTo }) };
  const started = await startWorkflow(db, createWorkflowOf, { target, also, shares, input, now });
  if (started === 'busy') throw diskFaults.inProgress({ instance: attachTo });
}

function attachedAs({ key: instance }: Instance, device: string | null) {
  return { instance, device };
}

function creationOf({ account, key: resource, ...disk }: NewlyMadeDisk, at: number) {
  const operated = { account, kind: 'disk', resource, number: disk.version };
  const request = disk.operationRequest;
  return newOperation(operated, { action: 'create', state: 'operating', request, at });
}

function newDisk(
  { account, now, requestId, cloud }: Scope,
  creation: DiskCreation,
): Omit<NewlyMadeDisk, 'host'> {
  const { region, zone, category, sizeGiB, name, chargeType, prepaid, doc } = creation;
  return {
    ...plainDisk,
    ...termOf(now, prepaid),
    key: newKey(cloud.random),
    account,
    region,
    zone,
    role: 'data',
    state: 'creating',
    category,
    sizeGiB,
    name,
    chargeType,
    prepaid,
    doc,
    portable: chargeType !== null,
    encrypted: doc.encrypted === true,
    snapshot: creation.snapshot ?? null,
    project: creation.project ?? (chargeType === null ? null : 0),
    resourceGroup: creation.resourceGroup ?? null,
    deleteWithInstance: creation.deleteWithInstance ?? false,
    autoSnapshot: creation.autoSnapshot ?? true,
    deleteAutoSnapshot: creation.deleteAutoSnapshot ?? false,
    backupQuota: creation.backupQuota ?? 0,
    createdAt: now,
    operation: 'create',
    operationState: 'operating',
    operationRequest: requestId,
  };
}

/** How long disks are paid for. @throws disk.periodNotSold where that would end after 2099 */
function termOf(now: number, prepaid: Prepaid | null): Pick<Disk, 'expiresAt' | 'renewalDay'> {
  if (prepaid === null) return { expiresAt: null, renewalDay: null };
  const term = paidTerm(now, { count: prepaid.period, unit: prepaid.unit });
  if (term === undefined) throw diskFaults.periodNotSold();
  return term;
}
