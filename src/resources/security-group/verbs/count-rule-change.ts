import type { Scope } from '../../scope.ts';
import { securityGroupFaults } from '../faults.ts';
import type { SecurityGroup } from '../security-group.ts';
import { countRuleChange as countRuleChangeRow } from '../table.ts';

/**
 * Counts a change of the rules of a group as it was read.
 * @throws security-group.notFound where it is gone meanwhile
 */
export async function countRuleChange(
  { db, now }: Scope,
  { key, account, version }: SecurityGroup,
): Promise<void> {
  if ((await db.run(countRuleChangeRow, { key, account, version, now })) === 1) return;
  throw securityGroupFaults.notFound({ 'security-group': key });
}
