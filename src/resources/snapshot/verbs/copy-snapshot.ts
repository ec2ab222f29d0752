import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import { findRegion } from '../../region/region.ts';
import { seenZones, seesRegion } from '../../region/seen-zones.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { snapshotFaults } from '../faults.ts';
import { startSnapshots } from '../make.ts';
import { requireOwnSnapshot } from '../require.ts';
import { isBeingMade, type Snapshot, type SnapshotDoc } from '../snapshot.ts';
import { copiesUnderWay } from '../table.ts';

export interface SnapshotCopy {
  readonly name: string | null;
  readonly expiresAt: number | null;
  readonly resourceGroup?: string | null;
  readonly tags: readonly Tag[];
  readonly doc: SnapshotDoc;
}

/** A snapshot that may be copied: it is made, and not encrypted where that is asked for. */
export const requireCopyable = verb(
  [requireOwnSnapshot, snapshotFaults.notReady, snapshotFaults.notCopyable, snapshotFaults.inUse],
  async (
    scope: Scope,
    one: { readonly snapshot: Key<'snapshot'>; readonly region: string },
    { encryptedToo }: { readonly encryptedToo: boolean },
  ): Promise<Snapshot> => {
    const snapshot = await requireOwnSnapshot(scope, one);
    const { key, state, encrypted } = snapshot;
    if (isBeingMade(snapshot)) throw snapshotFaults.notReady({ snapshot: key });
    if (state === 'restoring') throw snapshotFaults.inUse({ snapshot: key });
    if (state === 'failed' || (encrypted && !encryptedToo)) {
      throw snapshotFaults.notCopyable({ snapshot: key });
    }
    return snapshot;
  },
);

/** Makes a copy of a snapshot in another region; answers the key of the copy. */
export const copySnapshot = verb(
  [snapshotFaults.copyNowhere, snapshotFaults.copyHere, snapshotFaults.copyUnderWay],
  async (
    scope: Scope,
    { snapshot, to }: { readonly snapshot: Snapshot; readonly to: string },
    copy: SnapshotCopy,
  ): Promise<Key<'snapshot'>> => {
    const { db, account, now, cloud } = scope;
    if (findRegion(to) === undefined || !seesRegion(scope, to)) throw snapshotFaults.copyNowhere();
    if (to === snapshot.region) throw snapshotFaults.copyHere({ region: to });
    const underWay = await db.all(copiesUnderWay, { keys: [snapshot.key] });
    if (underWay.some(({ region }) => region === to)) {
      throw snapshotFaults.copyUnderWay({ snapshot: snapshot.key, region: to });
    }
    const key = newKey(cloud.random);
    const [zone = ''] = seenZones(scope, to);
    const doc = { ...copy.doc, sourceRegion: snapshot.region };
    await db.insert('snapshots', [
      {
        key,
        account,
        region: to,
        zone,
        disk: snapshot.disk,
        instance: null,
        image: snapshot.image,
        role: snapshot.role,
        category: snapshot.category,
        size_gib: snapshot.sizeGiB,
        encrypted: snapshot.encrypted ? 1 : 0,
        project: snapshot.project,
        resource_group: copy.resourceGroup ?? null,
        state: 'copying',
        name: copy.name,
        policy: null,
        snapshot_group: null,
        source: snapshot.key,
        backup: null,
        created_at: now,
        changed_at: now,
        expected_at: null,
        expires_at: copy.expiresAt,
        doc: JSON.stringify(doc),
      },
    ]);
    await saveTags(db, { account, kind: 'snapshot', resources: [key] }, copy.tags);
    await startSnapshots(db, [key], { now, expiresAt: copy.expiresAt });
    return key;
  },
);
