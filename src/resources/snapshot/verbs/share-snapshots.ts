import type { Key } from '#kernel/key.ts';
import { isAccount } from '../../account/accounts.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { snapshotFaults } from '../faults.ts';
import { requireOwnSnapshot, requireSnapshots, type SnapshotsNamed } from '../require.ts';
import type { Snapshot } from '../snapshot.ts';
import { deleteShares, sharesOf } from '../table.ts';

/** As many accounts may use one snapshot (Tencent's ModifySnapshotsSharePermission). */
const SHARES_MAX = 50;

export interface Sharing extends SnapshotsNamed {
  readonly accounts: readonly string[];
}

/** Shares snapshots of data disks with accounts, which may make disks from them in that region. */
export const shareSnapshots = verb(
  [
    requireSnapshots,
    snapshotFaults.notShareable,
    snapshotFaults.shareUnknown,
    snapshotFaults.sharesTooMany,
  ],
  async (scope: Scope, sharing: Sharing): Promise<void> => {
    const { db, account: owner, now } = scope;
    const snapshots = await requireSnapshots(scope, sharing);
    const accounts = [...new Set(sharing.accounts)];
    const unfit = snapshots.find((one) => !isShareable(one));
    if (unfit !== undefined) throw snapshotFaults.notShareable({ snapshot: unfit.key });
    for (const account of accounts) {
      if (account !== owner && (await isAccount(db, account))) continue;
      throw snapshotFaults.shareUnknown({ account });
    }
    const shares = await db.all(sharesOf, { keys: snapshots.map(({ key }) => key) });
    const added = snapshots.flatMap(({ key, region }) => {
      const before = shares.filter(({ snapshot }) => snapshot === key);
      const fresh = accounts.filter((one) => !before.some(({ account }) => account === one));
      if (before.length + fresh.length > SHARES_MAX) {
        throw snapshotFaults.sharesTooMany({ snapshot: key, limit: SHARES_MAX });
      }
      return fresh.map((account) => ({ snapshot: key, account, region, shared_at: now }));
    });
    await db.insert('snapshot_shares', added);
  },
);

/** One of a data disk that does not end by itself, and that needs no key of its owner's. */
function isShareable({ role, encrypted, state, expiresAt }: Snapshot): boolean {
  return role === 'data' && !encrypted && state === 'ready' && expiresAt === null;
}

/** Ends the sharing of snapshots with accounts; one that has no share is passed over. */
export const unshareSnapshots = verb(
  [requireSnapshots],
  async (scope: Scope, sharing: Sharing): Promise<void> => {
    const snapshots = await requireSnapshots(scope, sharing);
    const keys = snapshots.map(({ key }) => key);
    await scope.db.run(deleteShares, { keys, accounts: sharing.accounts });
  },
);

export interface SnapshotShare {
  readonly account: string;
  /** Cloud milliseconds. */
  readonly sharedAt: number;
}

/** Whom a snapshot is shared with, in the order in which it was. */
export const listShares = verb(
  [requireOwnSnapshot],
  async (
    scope: ReadScope,
    one: { readonly snapshot: Key<'snapshot'>; readonly region: string },
  ): Promise<readonly SnapshotShare[]> => {
    const { key } = await requireOwnSnapshot(scope, one);
    const rows = await scope.db.all(sharesOf, { keys: [key] });
    return rows.map(({ account, shared_at: sharedAt }) => ({ account, sharedAt }));
  },
);
