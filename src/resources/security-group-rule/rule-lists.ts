import { newKey } from '#kernel/ids.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { countRuleChange } from '../security-group/verbs/count-rule-change.ts';
import type { SecurityGroup } from '../security-group/security-group.ts';
import { verb } from '../verb.ts';
import { securityGroupRuleFaults } from './faults.ts';
import { ruleRow, type Direction, type RuleSpec, type SecurityGroupRule } from './rule.ts';
import { prioritiesOf } from './rule-order.ts';
import { deleteRulesOfDirection } from './table.ts';
import { listRules, type RuleLists, type RulesRequest } from './verbs/list-rules.ts';

/** A change of rules, which is refused where they are of another version. */
export interface RulesChange extends RulesRequest {
  readonly version?: number | undefined;
}

/** The rules of a group, for a change of them. @throws security-group-rule.versionStale */
export const holdRules = verb(
  [listRules, securityGroupRuleFaults.versionStale],
  async (scope: ReadScope, { version, ...request }: RulesChange): Promise<RuleLists> => {
    const lists = await listRules(scope, request);
    if (version === undefined || version === lists.group.version) return lists;
    throw securityGroupRuleFaults.versionStale({ version });
  },
);

/** A rule of the list that is to be: a new one, one that is there, or one that changes. */
export interface ListedRule {
  readonly spec: RuleSpec;
  readonly was?: SecurityGroupRule | undefined;
}

/** The lists that are to be, of the directions that change. */
export interface NewLists {
  readonly ingress?: readonly ListedRule[] | undefined;
  readonly egress?: readonly ListedRule[] | undefined;
}

/** A rule that stays what it is. */
export function kept(was: SecurityGroupRule): ListedRule {
  return { spec: was, was };
}

/** Writes the lists of the directions that are given, and counts the change. */
export async function saveRules(
  scope: Scope,
  group: SecurityGroup,
  lists: NewLists,
): Promise<readonly SecurityGroupRule[]> {
  await countRuleChange(scope, group);
  const { ingress, egress } = lists;
  const saved: SecurityGroupRule[] = [];
  for (const [direction, list] of [['ingress', ingress] as const, ['egress', egress] as const]) {
    if (list === undefined) continue;
    const rules = settled(scope, direction, list);
    await scope.db.run(deleteRulesOfDirection, { group: group.key, direction });
    const rows = rules.map((rule, position) => ruleRow(rule, { group: group.key, position }));
    await scope.db.insert('security_group_rules', rows);
    saved.push(...rules);
  }
  return saved;
}

function settled(
  { cloud, now }: Scope,
  direction: Direction,
  list: readonly ListedRule[],
): readonly SecurityGroupRule[] {
  const priorities = prioritiesOf(list.map(({ spec }) => spec));
  return list.map(({ spec, was }, at) => ({
    ...spec,
    direction,
    key: was?.key ?? newKey(cloud.random),
    priority: priorities[at] ?? 1,
    createdAt: was?.createdAt ?? now,
    modifiedAt: was === spec ? was.modifiedAt : now,
  }));
}
