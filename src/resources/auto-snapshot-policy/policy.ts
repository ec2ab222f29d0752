import type { Key } from '#kernel/key.ts';
import { documentOf } from '#store/document.ts';
import type { AutoSnapshotPolicyRow } from '#store/schema/auto-snapshot-policy.ts';
import type { Schedule } from './schedule.ts';

/** When snapshots of bound disks are made, and how long they are kept. Cloud milliseconds. */
export interface AutoSnapshotPolicy {
  readonly key: Key<'auto-snapshot-policy'>;
  readonly account: string;
  readonly region: string;
  readonly name: string | null;
  readonly enabled: boolean;
  readonly schedule: Schedule;
  /** Null keeps them until somebody deletes them. */
  readonly retentionDays: number | null;
  readonly nextAt: number | null;
  readonly resourceGroup: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly doc: PolicyDoc;
}

/** What of a policy is neither filtered nor counted. */
export interface PolicyDoc {
  /** Whether disks of instances that are stopped have snapshots made as well. */
  readonly ofStopped?: boolean;
}

export function policyOf(row: AutoSnapshotPolicyRow): AutoSnapshotPolicy {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    name: row.name,
    enabled: row.enabled === 1,
    schedule: documentOf<Schedule>(row.schedule, { rules: [], since: 0 }),
    retentionDays: row.retention_days,
    nextAt: row.next_at,
    resourceGroup: row.resource_group,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    doc: documentOf<PolicyDoc>(row.doc, {}),
  };
}

const DAY_MS = 86_400_000;

/** When what is made at a time ends; null where it is kept. */
export function endOfDays(at: number, days: number | null): number | null {
  return days === null ? null : at + days * DAY_MS;
}
