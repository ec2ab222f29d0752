// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createautosnapshotpolicy
import { action } from '#apis/context.ts';
import { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';
import { createPolicy } from '#resources/auto-snapshot-policy/verbs/change-policies.ts';
import { id } from '#wire/builders.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { silent } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-auto-snapshot-policy.ts';
import {
  absent,
  nameOf,
  regionId,
  repeatWeekdays,
  requirePlain,
  retentionOf,
  rulesOf,
  timePoints,
} from './policy-fields.ts';

/** Makes a policy, which makes snapshots of disks of instances that are stopped as well. */
export const createAutoSnapshotPolicy = action.write({
  model,
  input: {
    ...absent,
    regionId,
    AssociationType: {
      values: ['AssociatedWithDisk'],
      reasons: { value: autoSnapshotPolicyFaults.instanceTagsNotHere },
    },
    // It is not open to use.
    StorageLocationArn: silent,
    Tag: givenTags,
    repeatWeekdays: { ...repeatWeekdays, required: true },
    retentionDays: {
      min: -1,
      max: 65_535,
      reasons: autoSnapshotPolicyFaults.retentionOutOfRange,
    },
    timePoints: { ...timePoints, required: true },
  },
  output: { AutoSnapshotPolicyId: id('auto-snapshot-policy') },
  handle: async (context, input) => {
    requirePlain(input);
    const { key } = await createPolicy(context, {
      region: context.region,
      name: nameOf(input.autoSnapshotPolicyName) ?? null,
      enabled: true,
      rules: rulesOf(input, []) ?? [],
      retentionDays: retentionOf(input.retentionDays),
      resourceGroup: await groupForNew(context, input.ResourceGroupId),
      tags: checkedTags(input.Tag),
      doc: { ofStopped: true },
    });
    return { AutoSnapshotPolicyId: key };
  },
});
