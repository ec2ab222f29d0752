import type { Key } from '#kernel/key.ts';
import type { SnapshotGroupRow } from '#store/schema/snapshot-group.ts';
import type { Snapshot, SnapshotState } from '../snapshot/snapshot.ts';

/** Snapshots that were made together. Times are cloud milliseconds. */
export interface SnapshotGroup {
  readonly key: Key<'snapshot-group'>;
  readonly account: string;
  readonly region: string;
  readonly instance: Key<'instance'> | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly resourceGroup: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly snapshots: readonly Snapshot[];
}

export function snapshotGroupOf(
  row: SnapshotGroupRow,
  snapshots: readonly Snapshot[] = [],
): SnapshotGroup {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    instance: row.instance,
    name: row.name,
    description: row.description,
    resourceGroup: row.resource_group,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    snapshots,
  };
}

/** One is never copied as a whole. */
export type SnapshotGroupState = Exclude<SnapshotState, 'copying'>;

/** What its snapshots are together: being made while any of them is. */
export function groupState({ snapshots }: Pick<SnapshotGroup, 'snapshots'>): SnapshotGroupState {
  const has = (state: SnapshotState) => snapshots.some((one) => one.state === state);
  return (['creating', 'restoring', 'failed'] as const).find(has) ?? 'ready';
}
