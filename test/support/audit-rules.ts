import type { Reader } from '#store/store.ts';
import type { SecurityGroupRuleRow } from '#store/schema/security-group-rule.ts';

/**
 * That the rules of each list have the places 0, 1, 2 and so on, that their priorities decide as
 * these places do, and that each belongs to a group and names one that are there.
 */
export async function auditRules({ db }: Reader): Promise<readonly string[]> {
  const groups = await db.selectFrom('security_groups').select('key').execute();
  const known = new Set(groups.map(({ key }) => String(key)));
  const rows = await db.selectFrom('security_group_rules').selectAll().execute();
  const lists = Object.values(
    Object.groupBy(rows, (row) => `${row.security_group} ${row.direction}`),
  );
  return [...rows.flatMap((row) => auditKnown(known, row)), ...lists.flatMap(auditList)];
}

function auditKnown(
  known: ReadonlySet<string>,
  { key, security_group: group, peer_group: peer }: SecurityGroupRuleRow,
): readonly string[] {
  return [group, ...(peer === null ? [] : [peer])]
    .filter((one) => !known.has(one))
    .map((one) => `The rule ${key} is of or for the group ${one}, which is not there.`);
}

function auditList(rows: readonly SecurityGroupRuleRow[] = []): readonly string[] {
  const list = rows.toSorted((a, b) => a.position - b.position);
  return list.flatMap(({ key, position, priority, action }, at) => {
    const before = list[at - 1];
    const isWithin = priority >= 1 && priority <= 100;
    const isBehind =
      before === undefined ||
      before.priority < priority ||
      (before.priority === priority && !(before.action === 'accept' && action === 'drop'));
    if (position === at && isWithin && isBehind) return [];
    return [`The rule ${key} has the place ${position} and the priority ${priority}.`];
  });
}
