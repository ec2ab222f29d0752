import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { snapshotFaults } from '../faults.ts';
import { imagesOfSnapshots } from '../../image/usage.ts';
import { requireOwnSnapshot } from '../require.ts';
import { changeSnapshotRow, sharesOf } from '../table.ts';
import { startExpiry } from '../workflows/expire.ts';

export interface SnapshotChange {
  readonly snapshot: Key<'snapshot'>;
  readonly region: string | null;
  /** What is undefined stays as it is; an empty text takes the name or description away. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Cloud milliseconds; null keeps it until somebody deletes it. */
  readonly expiresAt?: number | null | undefined;
  /** What one vendor alone knows of it, laid over what it knew. */
  readonly own?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes what a snapshot is called and until when it is kept. */
export const changeSnapshot = verb(
  [requireOwnSnapshot, snapshotFaults.isShared, snapshotFaults.hasImages],
  async (scope: Scope, change: SnapshotChange): Promise<void> => {
    const { db, now } = scope;
    const { key, doc, ...before } = await requireOwnSnapshot(scope, change);
    const { name, description, own, expiresAt = before.expiresAt } = change;
    // What others may rely on does not end by itself.
    if (expiresAt !== null && expiresAt !== before.expiresAt) {
      const [share] = await db.all(sharesOf, { keys: [key] });
      if (share !== undefined) throw snapshotFaults.isShared({ snapshot: key });
      const images = await imagesOfSnapshots(db, [key]);
      if (images.has(key)) throw snapshotFaults.hasImages({ snapshot: key });
      await startExpiry(db, { keys: [key], at: expiresAt, now });
    }
    await db.run(changeSnapshotRow, {
      key,
      name: name === undefined ? before.name : emptied(name),
      expiresAt,
      doc: JSON.stringify({
        ...doc,
        ...(description !== undefined && { description }),
        ...(own !== undefined && { own: { ...doc.own, ...own } }),
      }),
      at: now,
    });
  },
);

function emptied(name: string): string | null {
  return name === '' ? null : name;
}
