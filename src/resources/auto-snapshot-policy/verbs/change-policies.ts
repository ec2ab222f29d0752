import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { autoSnapshotPolicyFaults } from '../faults.ts';
import type { AutoSnapshotPolicy, PolicyDoc } from '../policy.ts';
import { policyQuota } from '../quota.ts';
import { nextTime, type ScheduleRule } from '../schedule.ts';
import { changePolicyRow, deletePolicyRows, unbindAllOfPolicies } from '../table.ts';
import { setPolicyTimer } from '../timer.ts';
import { requirePolicies, requirePolicy } from './list-policies.ts';

export interface NewPolicy {
  readonly region: string;
  readonly name: string | null;
  readonly enabled: boolean;
  readonly rules: readonly ScheduleRule[];
  readonly retentionDays: number | null;
  readonly resourceGroup: string | null;
  readonly tags: readonly Tag[];
  readonly doc: PolicyDoc;
}

/** When a policy that is made now first makes snapshots, in cloud milliseconds. */
export function firstTime(now: number, rules: readonly ScheduleRule[]): number {
  const at = nextTime({ rules, since: now }, now);
  if (at === undefined) throw autoSnapshotPolicyFaults.scheduleMalformed();
  return at;
}

/** Makes a policy; answers its key and when it first makes snapshots. */
export const createPolicy = verb(
  [autoSnapshotPolicyFaults.quotaExceeded, autoSnapshotPolicyFaults.scheduleMalformed],
  async (
    scope: Scope,
    request: NewPolicy,
  ): Promise<{ readonly key: Key<'auto-snapshot-policy'>; readonly nextAt: number }> => {
    const { db, account, now, cloud } = scope;
    const { region, name, enabled, rules, retentionDays, resourceGroup, tags, doc } = request;
    const nextAt = firstTime(now, rules);
    await policyQuota.take(scope, region);
    const key = newKey(cloud.random);
    await db.insert('auto_snapshot_policies', [
      {
        key,
        account,
        region,
        name,
        enabled: enabled ? 1 : 0,
        schedule: JSON.stringify({ rules, since: now }),
        retention_days: retentionDays,
        next_at: nextAt,
        resource_group: resourceGroup,
        created_at: now,
        changed_at: now,
        doc: JSON.stringify(doc),
      },
    ]);
    await saveTags(db, { account, kind: 'auto-snapshot-policy', resources: [key] }, tags);
    await setPolicyTimer(db, key, { at: enabled ? nextAt : null, now });
    return { key, nextAt };
  },
);

export interface PolicyChange {
  readonly policy: Key<'auto-snapshot-policy'>;
  readonly region: string;
  /** What is undefined stays as it is. */
  readonly name?: string | null | undefined;
  readonly enabled?: boolean | undefined;
  readonly rules?: readonly ScheduleRule[] | undefined;
  readonly retentionDays?: number | null | undefined;
}

/** Changes a policy, from now on: what it has made keeps its end. */
export const changePolicy = verb(
  [requirePolicy, autoSnapshotPolicyFaults.scheduleMalformed],
  async (scope: Scope, change: PolicyChange): Promise<void> => {
    const { db, now } = scope;
    const policy = await requirePolicy(scope, change);
    const { key } = policy;
    const { name = policy.name, enabled = policy.enabled, rules } = change;
    const { retentionDays = policy.retentionDays } = change;
    const schedule = rules === undefined ? policy.schedule : { rules, since: now };
    const nextAt = nextOf(policy, change, now);
    await db.run(changePolicyRow, {
      key,
      name,
      enabled: enabled ? 1 : 0,
      schedule: JSON.stringify(schedule),
      retentionDays,
      nextAt,
      at: now,
    });
    // What is under way for a time that has come goes on where the time stays the same.
    if (nextAt === policy.nextAt && enabled === policy.enabled) return;
    await setPolicyTimer(db, key, { at: enabled ? nextAt : null, now });
  },
);

/** A schedule that is new, or that begins again, has its next time from now on. */
function nextOf(policy: AutoSnapshotPolicy, change: PolicyChange, now: number): number | null {
  const { rules, enabled = policy.enabled } = change;
  if (rules !== undefined) return firstTime(now, rules);
  if (enabled === policy.enabled && enabled) return policy.nextAt;
  return nextTime(policy.schedule, now) ?? null;
}

/** Deletes policies, all of them or none; what they have made stays. */
export const deletePolicies = verb(
  [requirePolicies],
  async (
    scope: Scope,
    named: {
      readonly keys: ReadonlyArray<Key<'auto-snapshot-policy'>>;
      readonly region: string;
    },
  ): Promise<void> => {
    const { db, now } = scope;
    const policies = await requirePolicies(scope, named);
    const keys = policies.map(({ key }) => key);
    for (const key of keys) await setPolicyTimer(db, key, { at: null, now });
    await db.run(unbindAllOfPolicies, { keys });
    await db.run(deletePolicyRows, { keys });
    await deleteTags(db, 'auto-snapshot-policy', keys);
    for (const policy of policies) await policyQuota.giveBack(scope, policy);
  },
);
