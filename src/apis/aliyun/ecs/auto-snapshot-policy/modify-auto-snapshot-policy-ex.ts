// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyautosnapshotpolicyex
import { action } from '#apis/context.ts';
import { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';
import { changePolicy } from '#resources/auto-snapshot-policy/verbs/change-policies.ts';
import { requirePolicy } from '#resources/auto-snapshot-policy/verbs/list-policies.ts';
import * as model from '../models/modify-auto-snapshot-policy-ex.ts';
import {
  absent,
  nameOf,
  policyId,
  regionId,
  repeatWeekdays,
  requirePlain,
  retentionOf,
  rulesOf,
  timePoints,
} from './policy-fields.ts';

/** Changes a policy, from now on. */
export const modifyAutoSnapshotPolicyEx = action.write({
  model,
  input: {
    ...absent,
    regionId,
    autoSnapshotPolicyId: policyId,
    repeatWeekdays,
    retentionDays: {
      min: -1,
      max: 65_536,
      reasons: autoSnapshotPolicyFaults.retentionOutOfRange,
    },
    timePoints,
  },
  handle: async (context, input) => {
    requirePlain(input);
    const { region } = context;
    const name = nameOf(input.autoSnapshotPolicyName);
    const { retentionDays: days, autoSnapshotPolicyId: policy } = input;
    const { schedule } = await requirePolicy(context, { policy, region });
    await changePolicy(context, {
      policy,
      region,
      name,
      rules: rulesOf(input, schedule.rules),
      retentionDays: days === undefined ? undefined : retentionOf(days),
    });
  },
});
