// https://cloud.tencent.com/document/api/362/33560 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';
import { changePolicy } from '#resources/auto-snapshot-policy/verbs/change-policies.ts';
import { requirePolicy } from '#resources/auto-snapshot-policy/verbs/list-policies.ts';
import * as model from '../models/modify-auto-snapshot-policy-attribute.ts';
import {
  nameOf,
  policyIdAsked,
  retentionAsked,
  retentionDaysDefault,
  retentionOf,
  rulesAsked,
  rulesOf,
} from './policy-fields.ts';

/** Changes a policy, from now on. */
export const modifyAutoSnapshotPolicyAttribute = action.write({
  model,
  input: {
    AutoSnapshotPolicyId: policyIdAsked,
    AutoSnapshotPolicyName: { empty: 'kept' },
    Policy: rulesAsked,
    RetentionDays: retentionAsked,
  },
  handle: async (context, { AutoSnapshotPolicyId: policy, ...input }) => {
    if (Object.values(input).every((one) => one === undefined)) {
      throw autoSnapshotPolicyFaults.nothingToChange();
    }
    const { region } = context;
    const { retentionDays: before } = await requirePolicy(context, { policy, region });
    const { IsPermanent: isPermanent, RetentionDays: asked } = input;
    const days = retentionOf(isPermanent, asked);
    // What is not kept for ever any more is kept as long as by default.
    const ends = isPermanent === false && before === null && days === undefined;
    await changePolicy(context, {
      policy,
      region,
      name: nameOf(input.AutoSnapshotPolicyName),
      enabled: input.IsActivated,
      rules: input.Policy === undefined ? undefined : rulesOf(input.Policy),
      retentionDays: ends ? retentionDaysDefault : days,
    });
  },
});
