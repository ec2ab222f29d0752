// https://cloud.tencent.com/document/api/362/33558 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { createPolicy, firstTime } from '#resources/auto-snapshot-policy/verbs/change-policies.ts';
import { time } from '#wire/builders.ts';
import * as model from '../models/create-auto-snapshot-policy.ts';
import {
  nameOf,
  retentionAsked,
  retentionDaysDefault,
  retentionOf,
  rulesAsked,
  rulesOf,
} from './policy-fields.ts';

/** Makes a policy; or, with DryRun, says when it would first make snapshots. */
export const createAutoSnapshotPolicy = action.write({
  model,
  // It asks for an answer of its own, and not for a refusal that says that all is well.
  dryRun: undefined,
  input: {
    Policy: { ...rulesAsked, required: true },
    DryRun: { default: false },
    IsActivated: { default: true },
    IsPermanent: { default: false },
    RetentionDays: retentionAsked,
  },
  output: {
    AutoSnapshotPolicyId: { optional: true },
    NextTriggerTime: time({ form: 'spaced' }),
  },
  handle: async (context, input) => {
    const rules = rulesOf(input.Policy);
    const name = nameOf(input.AutoSnapshotPolicyName) ?? null;
    const days = retentionOf(input.IsPermanent, input.RetentionDays);
    if (input.DryRun) return { NextTriggerTime: firstTime(context.now, rules) };
    const { key, nextAt } = await createPolicy(context, {
      region: context.region,
      name,
      enabled: input.IsActivated,
      rules,
      retentionDays: days === undefined ? retentionDaysDefault : days,
      resourceGroup: null,
      tags: [],
      doc: {},
    });
    return { AutoSnapshotPolicyId: key, NextTriggerTime: nextAt };
  },
});
