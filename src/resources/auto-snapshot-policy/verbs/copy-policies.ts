import type { Key } from '#kernel/key.ts';
import { isAccount } from '../../account/accounts.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { autoSnapshotPolicyFaults } from '../faults.ts';
import { createPolicy } from './change-policies.ts';
import { requirePolicies } from './list-policies.ts';

export interface PoliciesCopied {
  readonly keys: ReadonlyArray<Key<'auto-snapshot-policy'>>;
  readonly region: string;
  /** The account that gets policies of its own that are alike. */
  readonly to: string;
}

/** Gives another account policies like these, in the same region and bound to no disks. */
export const copyPolicies = verb(
  [requirePolicies, createPolicy, autoSnapshotPolicyFaults.accountUnknown],
  async (scope: Scope, { keys, region, to: account }: PoliciesCopied): Promise<void> => {
    const policies = await requirePolicies(scope, { keys, region });
    if (account === scope.account || !(await isAccount(scope.db, account))) {
      throw autoSnapshotPolicyFaults.accountUnknown({ account });
    }
    for (const { name, enabled, schedule, retentionDays, doc } of policies) {
      const { rules } = schedule;
      const same = { region, name, enabled, rules, retentionDays, doc };
      await createPolicy({ ...scope, account }, { ...same, resourceGroup: null, tags: [] });
    }
  },
);
