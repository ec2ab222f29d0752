// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeautosnapshotpolicyex
import type { ReadContext } from '#apis/context.ts';
import { action } from '#apis/context.ts';
import { disksOfPolicies } from '#resources/auto-snapshot-policy/bindings.ts';
import type { AutoSnapshotPolicy } from '#resources/auto-snapshot-policy/policy.ts';
import { listPolicies } from '#resources/auto-snapshot-policy/verbs/list-policies.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id } from '#wire/builders.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-auto-snapshot-policy-ex.ts';
import { hoursOf, weekdaysOf } from './policy-fields.ts';

/** The policies of a region, newest first. */
export const describeAutoSnapshotPolicyEx = action.read({
  model,
  input: {
    AutoSnapshotPolicyId: id('auto-snapshot-policy'),
    AutoSnapshotPolicyName: { max: 128 },
    ...numbered(100),
    Tag: tagFilters,
  },
  output: {
    AutoSnapshotPolicies: {
      item: {
        fields: {
          AutoSnapshotPolicyId: id('auto-snapshot-policy'),
          // Of copies to other regions, which none makes.
          CopyEncryptionConfiguration: { optional: true },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, account } = context;
    const { AutoSnapshotPolicyId: key, AutoSnapshotPolicyName: name } = input;
    const { total, items } = await listPolicies(context, {
      region,
      query: {
        keys: key === undefined ? undefined : [key],
        names: name === undefined ? undefined : [name],
        resourceGroups: groupsAsked(account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tag),
      },
      newestFirst: true,
      page: offsetAndLimit(input),
    });
    return {
      TotalCount: total,
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      AutoSnapshotPolicies: await shownPolicies(context, items),
    };
  },
});

async function shownPolicies({ db }: ReadContext, policies: readonly AutoSnapshotPolicy[]) {
  const keys = policies.map(({ key }) => key);
  const tags = await tagsOf(db, 'auto-snapshot-policy', keys);
  const disks = await disksOfPolicies(db, keys);
  return policies.map(({ key, schedule: { rules }, ...policy }) => ({
    AssociationType: 'AssociatedWithDisk',
    AutoSnapshotPolicyId: key,
    AutoSnapshotPolicyName: policy.name ?? '',
    CopiedSnapshotsRetentionDays: -1,
    CreationTime: policy.createdAt,
    DiskNums: disks.get(key)?.length ?? 0,
    EnableCrossRegionCopy: false,
    RegionId: policy.region,
    RepeatWeekdays: JSON.stringify(weekdaysOf(rules).map(String)),
    ResourceGroupId: policy.resourceGroup ?? '',
    RetentionDays: policy.retentionDays ?? -1,
    // The other word is for one that makes no snapshots any more.
    Status: policy.enabled ? 'Normal' : 'Expire',
    Tags: (tags.get(key) ?? []).map(({ name, value }) => ({ TagKey: name, TagValue: value })),
    TargetCopyRegions: '[]',
    TargetTags: [],
    TimePoints: JSON.stringify(hoursOf(rules).map(String)),
    Type: 'Custom',
    VolumeNums: 0,
  }));
}
