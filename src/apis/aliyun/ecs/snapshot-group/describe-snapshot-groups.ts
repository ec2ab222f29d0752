// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesnapshotgroups
import { action } from '#apis/context.ts';
import { afterToken, tokenAfter, tokenCharactersMax } from '#apis/page-token.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { progressOf, type Snapshot } from '#resources/snapshot/snapshot.ts';
import { groupState, type SnapshotGroup } from '#resources/snapshot-group/group.ts';
import { listSnapshotGroups } from '#resources/snapshot-group/verbs/list-groups.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, list, string } from '#wire/builders.ts';
import { silent } from '../../parameters.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-snapshot-groups.ts';
import {
  shownAccess,
  snapshotStatuses,
  statesOf,
  statusWords,
} from '../snapshot/render-snapshot.ts';

const RESULTS_MAX = 100;

/** Groups of snapshots that were made together, newest first. */
export const describeSnapshotGroups = action.read({
  model,
  input: {
    // Not open to use.
    AdditionalAttributes: list(string(), silent),
    SnapshotGroupId: { max: 10 },
    Status: {
      max: snapshotStatuses.length,
      item: { values: snapshotStatuses, reasons: { value: listingFaults.statusUnknown } },
    },
    Tag: tagFilters,
    MaxResults: { default: 10, min: 1, max: RESULTS_MAX },
    NextToken: { max: tokenCharactersMax },
  },
  output: {
    SnapshotGroups: {
      item: { fields: { Snapshots: { item: { fields: { SourceDiskId: id('disk') } } } } },
    },
  },
  handle: async (context, asked) => {
    const { db, region, account, now } = context;
    const one = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);
    const { items, next } = await listSnapshotGroups(context, {
      region,
      query: {
        keys: asked.SnapshotGroupId,
        instances: one(asked.InstanceId),
        names: one(asked.Name),
        states: asked.Status?.flatMap(statesOf).filter((state) => state !== 'copying'),
        resourceGroups: groupsAsked(account, asked.ResourceGroupId),
        tags: tagFiltersOf(asked.Tag),
      },
      newestFirst: true,
      page: { after: afterToken(asked.NextToken), limit: asked.MaxResults },
    });
    const snapshots = items.flatMap((group) => group.snapshots.map(({ key }) => key));
    const [ofGroups, ofSnapshots] = await Promise.all([
      tagsOf(
        db,
        'snapshot-group',
        items.map(({ key }) => key),
      ),
      tagsOf(db, 'snapshot', snapshots),
    ]);
    return {
      NextToken: tokenAfter(next),
      SnapshotGroups: items.map((group) => ({
        ...shownGroup(group),
        Tags: shownTags(ofGroups.get(group.key)),
        Snapshots: group.snapshots.map((snapshot) => ({
          ...shownMember(snapshot, now),
          Tags: shownTags(ofSnapshots.get(snapshot.key)),
        })),
      })),
    };
  },
});

function shownTags(tags: readonly Tag[] = []) {
  return tags.map(({ name: Key, value: Value }) => ({ Key, Value }));
}

function shownGroup(group: SnapshotGroup) {
  return {
    SnapshotGroupId: group.key,
    Name: group.name ?? '',
    Description: group.description ?? '',
    InstanceId: group.instance ?? '',
    Status: statusWords[groupState(group)],
    ProgressStatus: '',
    CreationTime: group.createdAt,
    ResourceGroupId: group.resourceGroup ?? '',
  };
}

function shownMember(snapshot: Snapshot, now: number) {
  const access = shownAccess(snapshot, now);
  return {
    SnapshotId: snapshot.key,
    SourceDiskId: snapshot.disk,
    SourceDiskType: snapshot.role,
    Available: statusWords[snapshot.state] === 'accomplished',
    Progress: `${progressOf(snapshot, now)}%`,
    InstantAccess: access.InstantAccess,
    InstantAccessRetentionDays: access.InstantAccessRetentionDays ?? 0,
  };
}
