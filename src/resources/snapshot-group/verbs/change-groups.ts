import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { insertSnapshots, startSnapshots } from '../../snapshot/make.ts';
import { removeSnapshots } from '../../snapshot/remove.ts';
import type { SnapshotDoc } from '../../snapshot/snapshot.ts';
import { requireSnapshotDisks, type SnapshotRules } from '../../snapshot/verbs/create-snapshot.ts';
import {
  requireDeletable,
  type SnapshotDeletionRules,
} from '../../snapshot/verbs/delete-snapshots.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { snapshotGroupFaults } from '../faults.ts';
import type { SnapshotGroup } from '../group.ts';
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
}

/** Makes snapshots of disks that are attached to one instance, all at the same moment. */
export const createSnapshotGroup = verb(
  [requireSnapshotDisks, snapshotGroupFaults.diskApart, snapshotGroupFaults.noDisks],
  async (scope: Scope, request: NewSnapshotGroup): Promise<Key<'snapshot-group'>> => {
    const { db, account, now, cloud } = scope;
    const { region, name, description, resourceGroup, memberName, tags, doc } = request;
    const disks = await requireSnapshotDisks(scope, request, request);
    const [first] = disks;
    if (first === undefined) throw snapshotGroupFaults.noDisks();
    const { instance } = first.disk;
    const apart = disks.find(({ disk }) => disk.instance === null || disk.instance !== instance);
    if (apart !== undefined) throw snapshotGroupFaults.diskApart({ disk: apart.disk.key });
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

/** Deletes groups with their snapshots, all of them or none. */
export const deleteSnapshotGroups = verb(
  [requireGroups, requireDeletable],
  async (scope: Scope, request: GroupsNamed & SnapshotDeletionRules): Promise<void> => {
    const groups = await requireGroups(scope, request);
    const snapshots = groups.flatMap((group) => group.snapshots);
    await requireDeletable(scope, snapshots, request);
    await removeSnapshots(scope.db, snapshots, scope.now);
    await forgetGroups(scope, groups);
  },
);

/** Removes groups; snapshots that stay are in none any more. */
export async function forgetGroups(
  { db }: Pick<Scope, 'db'>,
  groups: readonly SnapshotGroup[],
): Promise<void> {
  const keys = groups.map(({ key }) => key);
  await db.run(deleteGroupRows, { keys });
  await deleteTags(db, 'snapshot-group', keys);
}
