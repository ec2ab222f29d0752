import type { Key } from '#kernel/key.ts';
import type { AutoSnapshotPolicyRow } from '#store/schema/auto-snapshot-policy.ts';
import { statement } from '#store/statement.ts';
import { listing } from '../listing/listing.ts';
import { equal, like, nothing, within } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';

interface Keys {
  readonly keys: ReadonlyArray<Key<'auto-snapshot-policy'>>;
}
interface Disks {
  readonly disks: ReadonlyArray<Key<'disk'>>;
}

export const policiesByKeys = statement<Keys>()((db, p) =>
  db.selectFrom('auto_snapshot_policies').selectAll().where('key', 'in', p.keys).orderBy('seq'),
);

export const changePolicyRow = statement<{
  readonly key: Key<'auto-snapshot-policy'>;
  readonly name: string | null;
  readonly enabled: 0 | 1;
  readonly schedule: string;
  readonly retentionDays: number | null;
  readonly nextAt: number | null;
  readonly at: number;
}>()((db, p) =>
  db
    .updateTable('auto_snapshot_policies')
    .set({
      name: p.name,
      enabled: p.enabled,
      schedule: p.schedule,
      retention_days: p.retentionDays,
      next_at: p.nextAt,
      changed_at: p.at,
    })
    .where('key', '=', p.key),
);

/** The time behind the one that has come, unless the policy was changed since. */
export const movePolicyRow = statement<{
  readonly key: Key<'auto-snapshot-policy'>;
  readonly from: number;
  readonly to: number | null;
}>()((db, p) =>
  db
    .updateTable('auto_snapshot_policies')
    .set({ next_at: p.to })
    .where('key', '=', p.key)
    .where('next_at', '=', p.from),
);

export const deletePolicyRows = statement<Keys>()((db, p) =>
  db.deleteFrom('auto_snapshot_policies').where('key', 'in', p.keys),
);

export const bindingsOfPolicies = statement<Keys>()((db, p) =>
  db
    .selectFrom('auto_snapshot_policy_disks')
    .select(['policy', 'disk'])
    .where('policy', 'in', p.keys)
    .orderBy('bound_at')
    .orderBy('disk'),
);

export const bindingsOfDisks = statement<Disks>()((db, p) =>
  db
    .selectFrom('auto_snapshot_policy_disks')
    .select(['policy', 'disk'])
    .where('disk', 'in', p.disks)
    .orderBy('bound_at')
    .orderBy('policy'),
);

/** The next disks of a policy behind one, in the order of their keys. */
export const boundDisksBehind = statement<{
  readonly policy: Key<'auto-snapshot-policy'>;
  readonly after: string;
  readonly most: number;
}>()((db, p) =>
  db
    .selectFrom('auto_snapshot_policy_disks')
    .select('disk')
    .where('policy', '=', p.policy)
    .where('disk', '>', p.after)
    .orderBy('disk')
    .limit(p.most),
);

/** What is bound within ranges of keys, behind a pair, by policy and disk. */
export const bindingsBehind = statement<{
  readonly account: string;
  readonly region: string;
  readonly policyFrom: string;
  readonly policyTo: string;
  readonly diskFrom: string;
  readonly diskTo: string;
  readonly afterPolicy: string;
  readonly afterDisk: string;
  readonly most: number;
}>()((db, p) =>
  db
    .selectFrom('auto_snapshot_policy_disks')
    .select(['policy', 'disk'])
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('policy', '>=', p.policyFrom)
    .where('policy', '<=', p.policyTo)
    .where('disk', '>=', p.diskFrom)
    .where('disk', '<=', p.diskTo)
    .where('policy', '>=', p.afterPolicy)
    .where((eb) => eb.or([eb('policy', '>', p.afterPolicy), eb('disk', '>', p.afterDisk)]))
    .orderBy('policy')
    .orderBy('disk')
    .limit(p.most),
);

export const unbindPolicyDisks = statement<Keys & Disks>()((db, p) =>
  db
    .deleteFrom('auto_snapshot_policy_disks')
    .where('policy', 'in', p.keys)
    .where('disk', 'in', p.disks),
);

export const unbindAllOfPolicies = statement<Keys>()((db, p) =>
  db.deleteFrom('auto_snapshot_policy_disks').where('policy', 'in', p.keys),
);

export const unbindAllOfDisks = statement<Disks>()((db, p) =>
  db.deleteFrom('auto_snapshot_policy_disks').where('disk', 'in', p.disks),
);

/** What policies are asked for. Every list given narrows; the values within one widen. */
export interface PolicyQuery {
  readonly keys?: ReadonlyArray<Key<'auto-snapshot-policy'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly namePatterns?: readonly string[] | undefined;
  readonly enabled?: boolean | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  readonly nothing?: true | undefined;
}

/** An account has a hundred in a region: each is looked at. */
export const policyListing = listing<PolicyQuery, AutoSnapshotPolicyRow>('auto_snapshot_policies', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  namePatterns: like('name'),
  enabled: equal('enabled', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('auto-snapshot-policy'),
  nothing,
});
