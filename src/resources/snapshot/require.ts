import type { Key } from '#kernel/key.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import { snapshotFaults } from './faults.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { copiesUnderWay, snapshotsByKeys, snapshotsSeenByKeys } from './table.ts';

export interface SnapshotsNamed {
  readonly keys: ReadonlyArray<Key<'snapshot'>>;
  /** Null: wherever it is. */
  readonly region: string | null;
}

/** Those of the snapshots of these keys that the account has, in whatever order. */
export async function findSnapshots(
  scope: ReadScope,
  { keys, region }: SnapshotsNamed,
): Promise<readonly Snapshot[]> {
  const rows = await scope.db.all(snapshotsByKeys, { keys });
  return rows
    .filter((row) => row.account === scope.account && scope.sees(row.zone))
    .filter((row) => region === null || row.region === region)
    .map(snapshotOf);
}

/** Snapshots of the account, in the order in which they are named; each once. */
export const requireSnapshots = verb(
  [snapshotFaults.notFound],
  async (scope: ReadScope, named: SnapshotsNamed): Promise<readonly Snapshot[]> => {
    const own = await findSnapshots(scope, named);
    const found = new Map(own.map((one) => [one.key, one] as const));
    return [...new Set(named.keys)].map((key) => {
      const snapshot = found.get(key);
      if (snapshot === undefined) throw snapshotFaults.notFound({ snapshot: key });
      return snapshot;
    });
  },
);

/** The same for one. */
export const requireOwnSnapshot = verb(
  [requireSnapshots],
  async (
    scope: ReadScope,
    { snapshot, region }: { readonly snapshot: Key<'snapshot'>; readonly region: string | null },
  ): Promise<Snapshot> => {
    const [found] = await requireSnapshots(scope, { keys: [snapshot], region });
    if (found === undefined) throw snapshotFaults.notFound({ snapshot });
    return found;
  },
);

export interface SnapshotUse {
  readonly snapshot: Key<'snapshot'>;
  readonly region: string;
}

/** A snapshot that a disk or an image is to be made from: of the account, or shared with it. */
export const requireSnapshot = verb(
  [snapshotFaults.notFound, snapshotFaults.notReady],
  async (scope: ReadScope, { snapshot: key, region }: SnapshotUse): Promise<Snapshot> => {
    const rows = await scope.db.all(snapshotsSeenByKeys, { keys: [key], account: scope.account });
    const row = rows.find((one) => one.region === region && scope.sees(one.zone));
    if (row === undefined || row.state === 'failed') {
      throw snapshotFaults.notFound({ snapshot: key });
    }
    const snapshot = snapshotOf(row);
    if (snapshot.state !== 'ready') throw snapshotFaults.notReady({ snapshot: key });
    return snapshot;
  },
);

/** Throws unless nothing is done with the snapshots: no roll-back, no copy that is being made. */
export const requireUnused = verb(
  [snapshotFaults.inUse],
  async ({ db }: Pick<Scope, 'db'>, snapshots: readonly Snapshot[]): Promise<void> => {
    const restoring = snapshots.find(({ state }) => state === 'restoring');
    if (restoring !== undefined) throw snapshotFaults.inUse({ snapshot: restoring.key });
    const [copied] = await db.all(copiesUnderWay, { keys: snapshots.map(({ key }) => key) });
    if (copied !== undefined) throw snapshotFaults.inUse({ snapshot: copied.source ?? '' });
  },
);
