import type { Key } from '#kernel/key.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { policiesOfDisks } from '../bindings.ts';
import { autoSnapshotPolicyFaults } from '../faults.ts';
import { type AutoSnapshotPolicy, policyOf } from '../policy.ts';
import { policiesByKeys, policyListing, type PolicyQuery } from '../table.ts';

type Policy = Key<'auto-snapshot-policy'>;

/** Policies of the account in a region, in the order in which they are named; each once. */
export const requirePolicies = verb(
  [autoSnapshotPolicyFaults.notFound],
  async (
    { db, account }: ReadScope,
    { keys, region }: { readonly keys: readonly Policy[]; readonly region: string },
  ): Promise<readonly AutoSnapshotPolicy[]> => {
    const rows = await db.all(policiesByKeys, { keys });
    const own = rows.filter((row) => row.account === account && row.region === region);
    const found = new Map(own.map((row) => [row.key, policyOf(row)] as const));
    return [...new Set(keys)].map((key) => {
      const policy = found.get(key);
      if (policy === undefined) {
        throw autoSnapshotPolicyFaults.notFound({ 'auto-snapshot-policy': key });
      }
      return policy;
    });
  },
);

/** The same for one. */
export const requirePolicy = verb(
  [requirePolicies],
  async (
    scope: ReadScope,
    { policy, region }: { readonly policy: Policy; readonly region: string },
  ): Promise<AutoSnapshotPolicy> => {
    const [found] = await requirePolicies(scope, { keys: [policy], region });
    if (found !== undefined) return found;
    throw autoSnapshotPolicyFaults.notFound({ 'auto-snapshot-policy': policy });
  },
);

export interface PoliciesRequest {
  readonly region: string;
  readonly query: PolicyQuery;
  readonly newestFirst: boolean;
  readonly page: Page;
}

/** Policies of the account in a region. */
export const listPolicies = verb(
  [],
  async (
    { db, account }: ReadScope,
    { region, query, newestFirst, page }: PoliciesRequest,
  ): Promise<Listed<AutoSnapshotPolicy>> => {
    const asked = { query, page, newestFirst };
    const { total, rows } = await policyListing.list(db, { account, region }, asked);
    return listed(rows, total, { limit: page.limit, item: policyOf });
  },
);

/** The policies that a disk is bound to. */
export async function policiesOfDisk(
  { db, account }: ReadScope,
  { disk, region }: { readonly disk: Key<'disk'>; readonly region: string },
): Promise<readonly AutoSnapshotPolicy[]> {
  const keys = (await policiesOfDisks(db, [disk])).get(disk) ?? [];
  const rows = keys.length === 0 ? [] : await db.all(policiesByKeys, { keys });
  return rows.filter((row) => row.account === account && row.region === region).map(policyOf);
}
