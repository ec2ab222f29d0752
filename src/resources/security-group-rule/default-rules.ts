import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../scope.ts';
import { openRule, ruleRow, type Direction, type RuleSpec } from './rule.ts';

const only = (port: number) => [{ first: port, last: port }];

/** The doors of a default group: remote shells and ICMP in, everything out. */
const doors: ReadonlyArray<readonly [Direction, number, Partial<RuleSpec>]> = [
  ['ingress', 0, { protocol: 'tcp', ports: only(22) }],
  ['ingress', 1, { protocol: 'tcp', ports: only(3389) }],
  ['ingress', 2, { protocol: 'icmp' }],
  ['egress', 0, {}],
];

/** Gives a default group the rules that make its members of use at once. */
export async function insertDefaultRules(
  { db, now, cloud }: Scope,
  group: Key<'security-group'>,
): Promise<void> {
  const rows = doors.map(([direction, position, door]) => {
    const key = newKey(cloud.random);
    const rule = { ...openRule, ...door, key, direction, priority: 100 };
    return ruleRow({ ...rule, createdAt: now, modifiedAt: now }, { group, position });
  });
  await db.insert('security_group_rules', rows);
}
