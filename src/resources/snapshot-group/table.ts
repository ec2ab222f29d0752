import type { Key } from '#kernel/key.ts';
import type { SnapshotGroupRow } from '#store/schema/snapshot-group.ts';
import { statement } from '#store/statement.ts';
import { listing } from '../listing/listing.ts';
import {
  isOneOf,
  like,
  type Narrowing,
  nothing,
  type Where,
  within,
} from '../listing/narrowings.ts';
import type { SnapshotGroupState } from './group.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';

type Group = Key<'snapshot-group'>;

export const groupsByKeys = statement<{ readonly keys: readonly Group[] }>()((db, p) =>
  db.selectFrom('snapshot_groups').selectAll().where('key', 'in', p.keys).orderBy('seq'),
);

export const changeGroupRow = statement<{
  readonly key: Group;
  readonly name: string | null;
  readonly description: string | null;
  readonly at: number;
}>()((db, p) =>
  db
    .updateTable('snapshot_groups')
    .set({ name: p.name, description: p.description, changed_at: p.at })
    .where('key', '=', p.key),
);

export const deleteGroupRows = statement<{ readonly keys: readonly Group[] }>()((db, p) =>
  db.deleteFrom('snapshot_groups').where('key', 'in', p.keys),
);

/** What groups are asked for. Every list given narrows; the values within one widen. */
export interface GroupQuery {
  readonly keys?: readonly Group[] | undefined;
  readonly instances?: ReadonlyArray<Key<'instance'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly namePatterns?: readonly string[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  /** Groups that hold one of them. */
  readonly snapshots?: ReadonlyArray<Key<'snapshot'>> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  /** What the snapshots of a group are together. */
  readonly states?: readonly SnapshotGroupState[] | undefined;
  readonly nothing?: true | undefined;
}

/** A snapshot of the group has one of the values in the column. */
function holds(eb: Where, column: string, values: readonly string[]) {
  return eb.exists(
    eb
      .selectFrom('snapshots')
      .select('snapshots.key')
      .whereRef('snapshots.snapshot_group', '=', 'snapshot_groups.key')
      .where((inner) => isOneOf(inner, column, values)),
  );
}

const inOrder = ['creating', 'restoring', 'failed'] as const;

/** As `groupState` says: the first of these that a snapshot of the group is in, else ready. */
const together: Narrowing<NonNullable<GroupQuery['states']>> = {
  by: 'scan',
  condition: (eb, wanted) =>
    eb.or(
      [...wanted].map((state) => {
        const before = state === 'ready' ? inOrder : inOrder.slice(0, inOrder.indexOf(state));
        const none = eb.not(holds(eb, 'snapshots.state', before));
        return state === 'ready' ? none : eb.and([none, holds(eb, 'snapshots.state', [state])]);
      }),
    ),
};

export const groupListing = listing<GroupQuery, SnapshotGroupRow>('snapshot_groups', {
  keys: within('key', 'few'),
  instances: within('instance', 'scan'),
  names: within('name', 'scan'),
  namePatterns: like('name'),
  resourceGroups: within('resource_group', 'scan'),
  snapshots: { by: 'scan', condition: (eb, keys) => holds(eb, 'snapshots.key', keys) },
  tags: taggedWith('snapshot-group'),
  states: together,
  nothing,
});
