import type { ReadContext } from '#apis/context.ts';
import type { AutoSnapshotPolicy } from '#resources/auto-snapshot-policy/policy.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { time } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { shownRules } from './policy-fields.ts';
import { instantText } from '#wire/instants.ts';

/** What the document lets be null, and how it writes times. */
export const shownPolicyPatch = {
  ...each(['CopyToAccountUin', 'CopyFromAccountUin', 'AdvancedRetentionPolicy'], {
    nullable: true,
  }),
  CreateTime: time({ form: 'spaced' }),
} as const;

/** AutoSnapshotPolicySet; `disksOf` says which disks of each are shown. */
export async function shownPolicies(
  { db }: ReadContext,
  policies: readonly AutoSnapshotPolicy[],
  disksOf: (key: string) => readonly string[],
) {
  const keys = policies.map(({ key }) => key);
  const tags = await tagsOf(db, 'auto-snapshot-policy', keys);
  return policies.map((policy) => ({
    AutoSnapshotPolicyId: policy.key,
    AutoSnapshotPolicyName: policy.name ?? '未命名',
    AutoSnapshotPolicyState: 'NORMAL',
    IsActivated: policy.enabled,
    IsPermanent: policy.retentionDays === null,
    RetentionDays: policy.retentionDays ?? 0,
    RetentionMonths: 0,
    RetentionAmount: 0,
    AdvancedRetentionPolicy: null,
    Policy: shownRules(policy.schedule.rules),
    NextTriggerTime: policy.nextAt === null ? '' : instantText(policy.nextAt, 'spaced'),
    CreateTime: policy.createdAt,
    DiskIdSet: disksOf(policy.key),
    InstanceIdSet: [],
    IsCopyToRemote: 0,
    CopyToAccountUin: null,
    CopyFromAccountUin: null,
    Tags: shownTags(tags.get(policy.key)),
  }));
}
