import { accountCreatedAt } from '../../account/accounts.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { resourceGroupFaults } from '../faults.ts';
import { defaultGroup, defaultGroupKey, groupOf, type ResourceGroup } from '../resource-group.ts';
import { groupByKey, groupsOfAccount } from '../table.ts';

/** All groups of an account, the default one first, then as they were made. */
export async function listGroups({ db, account }: ReadScope): Promise<readonly ResourceGroup[]> {
  const rows = await db.all(groupsOfAccount, { account });
  return [defaultGroup(account, await accountCreatedAt(db, account)), ...rows.map(groupOf)];
}

/** The group of a key. @throws resource-group.notFound */
export const getGroup = verb(
  [resourceGroupFaults.notFound],
  async ({ db, account }: ReadScope, key: string): Promise<ResourceGroup> => {
    if (key === defaultGroupKey(account)) {
      return defaultGroup(account, await accountCreatedAt(db, account));
    }
    const row = await db.first(groupByKey, { account, key });
    if (row === undefined) throw resourceGroupFaults.notFound({ 'resource-group': key });
    return groupOf(row);
  },
);
