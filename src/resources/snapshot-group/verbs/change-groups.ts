import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { insertSnapshots, type SnapshotDisk, startSnapshots } from '../../snapshot/make.ts';
import { removeSnapshots } from '../../snapshot/remove.ts';
import { imagesOfSnapshots } from '../../image/usage.ts';
import type { Snapshot, SnapshotDoc } from '../../snapshot/snapshot.ts';
import { leaveGroups } from '../../snapshot/usage.ts';
import { requireSnapshotDisks, type SnapshotRules } from '../../snapshot/verbs/create-snapshot.ts';
import {
  requireDeletable,
  type SnapshotDeletionRules,
} from '../../snapshot/verbs/delete-snapshots.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { snapshotGroupFaults } from '../faults.ts';
import { changeGroupRow, deleteGroupRows } from '../table.ts';
import { type GroupsNamed, requireGroups } from './list-groups.ts';

export interface NewSnapshotGroup extends SnapshotRules {
  readonly region: string;
  readonly disks: ReadonlyArray<Key<'disk'>>;
  readonly name: string | null;
  readonly description: string | null;
  /** What its snapshots are called, from 0 on. */
  readonly memberName: (at: number) => string | null;
  readonly resourceGroup: string | null;
  readonly tags: readonly Tag[];
  readonly doc: SnapshotDoc;
  /** Where its disks have to be: attached to one instance, or anywhere in one zone. */
  readonly within: 'instance' | 'zone';
}

/** Makes snapshots of disks of one instance, or of one zone, all at the same moment. */
export const createSnapshotGroup = verb(
  [requireSnapshotDisks, snapshotGroupFaults.diskApart, snapshotGroupFaults.noDisks],
  async (scope: Scope, request: NewSnapshotGroup): Promise<Key<'snapshot-group'>> => {
    const { db, account, now, cloud } = scope;
    const { region, name, description, resourceGroup, memberName, tags, doc } = request;
    const disks = await requireSnapshotDisks(scope, request, request);
    const instance = instanceOf(disks, request.within);
    const key = newKey(cloud.random);
    const shown = { name, description, resource_group: resourceGroup };
    const times = { created_at: now, changed_at: now };
    await db.insert('snapshot_groups', [{ key, account, region, instance, ...shown, ...times }]);
    await saveTags(db, { account, kind: 'snapshot-group', resources: [key] }, tags);
    const keys = await insertSnapshots(scope, disks, (at) => ({
      name: memberName(at),
      group: key,
      resourceGroup,
      doc,
    }));
    await startSnapshots(db, keys, { now });
    return key;
  },
);

/**
 * The instance that all disks are attached to; null where they are not attached to one.
 * @throws snapshot-group.noDisks, snapshot-group.diskApart
 */
function instanceOf(
  disks: readonly SnapshotDisk[],
  within: NewSnapshotGroup['within'],
): Key<'instance'> | null {
  const [first] = disks;
  if (first === undefined) throw snapshotGroupFaults.noDisks();
  const { instance, zone } = first.disk;
  const elsewhere = disks.find(({ disk }) => disk.instance === null || disk.instance !== instance);
  const apart = within === 'instance' ? elsewhere : disks.find(({ disk }) => disk.zone !== zone);
  if (apart !== undefined) throw snapshotGroupFaults.diskApart({ disk: apart.disk.key });
  return elsewhere === undefined ? instance : null;
}

export interface SnapshotGroupChange {
  readonly group: Key<'snapshot-group'>;
  readonly region: string;
  /** Undefined leaves it. */
  readonly name: string | undefined;
  readonly description: string | undefined;
}

/** Changes what a group is called and what is said of it. */
export const changeSnapshotGroup = verb(
  [requireGroups],
  async (scope: Scope, change: SnapshotGroupChange): Promise<void> => {
    const { group: key, region } = change;
    const [group] = await requireGroups(scope, { keys: [key], region });
    const { name = group?.name ?? null, description = group?.description ?? null } = change;
    await scope.db.run(changeGroupRow, { key, name, description, at: scope.now });
  },
);

export interface SnapshotGroupDeletion extends GroupsNamed, SnapshotDeletionRules {
  /** Snapshots that images are made from: they are refused, or outlive the group. */
  readonly imaged: 'refuse' | 'stay';
}

/**
 * Deletes groups with their snapshots, all of them or none. Answers the snapshots that went; those
 * that stay are in no group any more.
 */
export const deleteSnapshotGroups = verb(
  [requireGroups, requireDeletable],
  async (scope: Scope, request: SnapshotGroupDeletion): Promise<readonly Snapshot[]> => {
    const { db } = scope;
    const groups = await requireGroups(scope, request);
    const snapshots = groups.flatMap((group) => group.snapshots);
    const keys = snapshots.map(({ key }) => key);
    const images = request.imaged === 'stay' ? await imagesOfSnapshots(db, keys) : new Map();
    const going = snapshots.filter(({ key }) => !images.has(key));
    await requireDeletable(scope, going, request);
    await removeSnapshots(db, going, scope.now);
    await leaveGroups(db, keys);
    const groupKeys = groups.map(({ key }) => key);
    await db.run(deleteGroupRows, { keys: groupKeys });
    await deleteTags(db, 'snapshot-group', groupKeys);
    return going;
  },
);
