import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { NewSnapshotRow } from '#store/schema/snapshot.ts';
import type { Tx } from '#store/store.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Disk } from '../disk/disk.ts';
import type { Instance } from '../instance/instance.ts';
import type { Scope } from '../scope.ts';
import type { SnapshotDoc } from './snapshot.ts';
import { makeTarget } from './targets.ts';
import { startExpiry } from './workflows/expire.ts';
import { makeWorkflow } from './workflows/make.ts';

/** A disk and the instance that it is attached to. */
export interface SnapshotDisk {
  readonly disk: Disk;
  readonly instance: Instance | null;
}

/** What new snapshots are told besides what their disks say. */
export interface SnapshotMaking {
  readonly name: string | null;
  readonly expiresAt?: number | null;
  readonly policy?: Key<'auto-snapshot-policy'>;
  readonly group?: Key<'snapshot-group'>;
  readonly backup?: Key<'disk-backup'>;
  readonly resourceGroup?: string | null;
  /** Where it is to be of another use than its disk. */
  readonly role?: 'system' | 'data' | undefined;
  readonly doc?: SnapshotDoc;
}

/** The row of a snapshot of a disk that is made at a moment. */
export function newSnapshotRow(
  key: Key<'snapshot'>,
  { disk, instance }: SnapshotDisk,
  making: SnapshotMaking & { readonly at: number },
): NewSnapshotRow {
  const { at, doc = {} } = making;
  return {
    key,
    account: disk.account,
    region: disk.region,
    zone: disk.zone,
    disk: disk.key,
    instance: disk.instance,
    image: disk.role === 'system' ? (instance?.image ?? null) : null,
    role: making.role ?? disk.role,
    category: disk.category,
    size_gib: disk.sizeGiB,
    encrypted: disk.doc.encrypted === true ? 1 : 0,
    project: disk.project ?? instance?.project ?? 0,
    resource_group: making.resourceGroup ?? null,
    state: 'creating',
    name: making.name,
    policy: making.policy ?? null,
    snapshot_group: making.group ?? null,
    source: null,
    backup: making.backup ?? null,
    created_at: at,
    changed_at: at,
    expected_at: null,
    expires_at: making.expiresAt ?? null,
    doc: JSON.stringify(doc),
  };
}

/** Writes snapshots of disks down; `startSnapshots` has them made. Answers their keys. */
export async function insertSnapshots(
  { db, now, cloud }: Pick<Scope, 'db' | 'now' | 'cloud'>,
  disks: readonly SnapshotDisk[],
  making: SnapshotMaking | ((at: number) => SnapshotMaking),
): Promise<ReadonlyArray<Key<'snapshot'>>> {
  const makingOf = typeof making === 'function' ? making : () => making;
  const rows = disks.map((one, at) =>
    newSnapshotRow(newKey(cloud.random), one, { ...makingOf(at), at: now }),
  );
  await db.insert('snapshots', rows);
  return rows.map(({ key }) => key);
}

/** Has snapshots made that are written down, all by one workflow; those with an end get a timer. */
export async function startSnapshots(
  tx: Tx,
  keys: ReadonlyArray<Key<'snapshot'>>,
  { now, expiresAt = null }: { readonly now: number; readonly expiresAt?: number | null },
): Promise<void> {
  const [first] = keys;
  if (first === undefined) return;
  await startWorkflow(tx, makeWorkflow, { target: makeTarget(first), input: { keys }, now });
  if (expiresAt !== null) await startExpiry(tx, { keys, at: expiresAt, now });
}
