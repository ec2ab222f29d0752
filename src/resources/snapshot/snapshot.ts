import type { Key } from '#kernel/key.ts';
import { documentOf } from '#store/document.ts';
import type { SnapshotRow } from '#store/schema/snapshot.ts';

/** What a disk held at a moment. Times are cloud milliseconds. */
export interface Snapshot {
  readonly key: Key<'snapshot'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  /** May be gone. */
  readonly disk: Key<'disk'>;
  /** The one that the disk was attached to. */
  readonly instance: Key<'instance'> | null;
  /** What a system disk was made from. */
  readonly image: Key<'image'> | null;
  readonly role: 'system' | 'data';
  readonly category: string;
  readonly sizeGiB: number;
  readonly encrypted: boolean;
  readonly project: number;
  readonly resourceGroup: string | null;
  readonly state: SnapshotState;
  readonly name: string | null;
  /** The policy that made it. */
  readonly policy: Key<'auto-snapshot-policy'> | null;
  readonly group: Key<'snapshot-group'> | null;
  /** The one that it is a copy of. */
  readonly source: Key<'snapshot'> | null;
  /** The backup of its disk that it was made from, which may be gone. */
  readonly backup: Key<'disk-backup'> | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly expectedAt: number | null;
  readonly expiresAt: number | null;
  readonly doc: SnapshotDoc;
}

export type SnapshotState = SnapshotRow['state'];

/** What of a snapshot is neither filtered nor counted. */
export interface SnapshotDoc {
  readonly description?: string;
  /** For how many days it is kept, as it was asked for. */
  readonly retentionDays?: number;
  /** The region of the one that it is a copy of. */
  readonly sourceRegion?: string;
  /** Why it could not be made, in the words of the engine of machines. */
  readonly failure?: string;
  /** What one vendor alone knows of it, in its words. */
  readonly own?: Readonly<Record<string, unknown>>;
}

export function snapshotOf(row: SnapshotRow): Snapshot {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    disk: row.disk,
    instance: row.instance,
    image: row.image,
    role: row.role,
    category: row.category,
    sizeGiB: row.size_gib,
    encrypted: row.encrypted === 1,
    project: row.project,
    resourceGroup: row.resource_group,
    state: row.state,
    name: row.name,
    policy: row.policy,
    group: row.snapshot_group,
    source: row.source,
    backup: row.backup,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    expectedAt: row.expected_at,
    expiresAt: row.expires_at,
    doc: documentOf<SnapshotDoc>(row.doc, {}),
  };
}

/** Whether it is still being made, from a disk or from another snapshot. */
export function isBeingMade({ state }: Pick<Snapshot, 'state'>): boolean {
  return state === 'creating' || state === 'copying';
}

const ALMOST = 99;

/**
 * How much of it is made, in percent: by the cloud's clock, since the engine says beforehand how
 * long it is likely to take. A hundred says that it can be used.
 */
export function progressOf(snapshot: Snapshot, now: number): number {
  if (!isBeingMade(snapshot)) return snapshot.state === 'failed' ? 0 : 100;
  const { createdAt, expectedAt } = snapshot;
  if (expectedAt === null || expectedAt <= createdAt) return 0;
  const part = (now - createdAt) / (expectedAt - createdAt);
  return Math.min(ALMOST, Math.max(0, Math.floor(part * 100)));
}
