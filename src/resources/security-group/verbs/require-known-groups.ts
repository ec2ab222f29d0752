import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import { securityGroupsByKeys } from '../table.ts';

/** Refuses unless each key (at most 1,024) is that of a group of the account in the region. */
export const requireKnownGroups = verb(
  [securityGroupFaults.notFound],
  async ({ db, account }: ReadScope, keys: readonly string[], region: string): Promise<void> => {
    if (keys.length === 0) return;
    const rows = await db.all(securityGroupsByKeys, { account, region, keys });
    const known = new Set(rows.map(({ key }) => key));
    const group = keys.find((key) => !known.has(key));
    if (group !== undefined) throw securityGroupFaults.notFound({ 'security-group': group });
  },
);
