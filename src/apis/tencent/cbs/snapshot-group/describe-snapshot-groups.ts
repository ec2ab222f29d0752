// https://cloud.tencent.com/document/api/362/116247 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { imagesOfSnapshots } from '#resources/image/usage.ts';
import { progressOf, type SnapshotState } from '#resources/snapshot/snapshot.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';
import { groupState, type SnapshotGroup } from '#resources/snapshot-group/group.ts';
import { listSnapshotGroups } from '#resources/snapshot-group/verbs/list-groups.ts';
import { id, list } from '#wire/builders.ts';
import { asks, type Filter, idOf, listFilters } from '../../structs/filters.ts';
import { pageFields, pageOf } from '../../structs/listing.ts';
import * as model from '../models/describe-snapshot-groups.ts';

/** SnapshotGroupState; one that could not be made is not shown. */
const stateWords = { creating: 'CREATING', ready: 'NORMAL', restoring: 'ROLLBACKING' } as const;
const states = Object.keys(stateWords) as ReadonlyArray<keyof typeof stateWords>;

const state: Filter<{ readonly states?: ReadonlyArray<keyof typeof stateWords> }> = {
  values: Object.values(stateWords),
  narrow: (values) => ({ states: states.filter((one) => values.includes(stateWords[one])) }),
};

const filters = listFilters(
  {
    'snapshot-group-id': asks('keys', idOf('snapshot-group', snapshotGroupFaults.malformed)),
    'snapshot-group-state': state,
    'snapshot-group-name': asks('names'),
    'snapshot-id': asks('snapshots', idOf('snapshot', snapshotFaults.malformed)),
  },
  {
    max: 10,
    valuesMax: 100,
    reasons: {
      unknown: listingFaults.filterUnknown,
      count: listingFaults.tooManyFilters,
      value: listingFaults.valueMalformed,
    },
  },
);

/** Groups of snapshots, newest first. */
export const describeSnapshotGroups = action.read({
  model,
  input: { Filters: filters.shape, ...pageFields },
  output: {
    SnapshotGroupSet: {
      item: {
        fields: {
          SnapshotIdSet: list(id('snapshot')),
          DeadlineTime: { nullable: true },
          AutoSnapshotPolicyId: { nullable: true },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, db, now } = context;
    const query = filters.read(input.Filters, region);
    const { total, items } = await listSnapshotGroups(context, {
      region,
      query: { ...query, states: query.states ?? states },
      newestFirst: true,
      page: pageOf(input),
    });
    const images = await imagesOfSnapshots(
      db,
      items.flatMap(({ snapshots }) => snapshots.map(({ key }) => key)),
    );
    return {
      TotalCount: total,
      SnapshotGroupSet: items.map((group) => ({
        ...shownGroup(group, now),
        ...imagesOf(group, images),
      })),
    };
  },
});

type Images = Awaited<ReturnType<typeof imagesOfSnapshots>>;

function imagesOf({ snapshots }: SnapshotGroup, images: Images) {
  const those = snapshots.flatMap(({ key }) => images.get(key) ?? []);
  return {
    Images: those.map(({ image, name }) => ({ ImageId: image, ImageName: name })),
    ImageCount: those.length,
  };
}

function shownGroup(group: SnapshotGroup, now: number) {
  const { snapshots } = group;
  return {
    SnapshotGroupId: group.key,
    SnapshotGroupName: group.name ?? '未命名',
    SnapshotGroupType: 'NORMAL',
    SnapshotGroupState: wordOf(groupState(group)),
    SnapshotIdSet: snapshots.map(({ key }) => key),
    ContainRootSnapshot: snapshots.some(({ role }) => role === 'system'),
    Percent: Math.min(100, ...snapshots.map((one) => progressOf(one, now))),
    CreateTime: group.createdAt,
    ModifyTime: group.changedAt,
    IsPermanent: true,
    DeadlineTime: null,
    AutoSnapshotPolicyId: null,
  };
}

function wordOf(together: SnapshotState): string {
  return together === 'creating' || together === 'restoring' ? stateWords[together] : 'NORMAL';
}
