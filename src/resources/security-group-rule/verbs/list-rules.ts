import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import type { SecurityGroup } from '../../security-group/security-group.ts';
import { getSecurityGroup } from '../../security-group/verbs/get-security-group.ts';
import { verb } from '../../verb.ts';
import { ruleOf, type SecurityGroupRule } from '../rule.ts';
import { rulesOfGroups } from '../table.ts';

export interface RulesRequest {
  readonly region: string;
  readonly group: Key<'security-group'>;
}

/** A security group with its rules, each direction in the order in which they decide. */
export interface RuleLists {
  readonly group: SecurityGroup;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
}

/** A group of the account with its rules. */
export const listRules = verb(
  [getSecurityGroup],
  async (scope: ReadScope, request: RulesRequest): Promise<RuleLists> => {
    const group = await getSecurityGroup(scope, request);
    const rows = await scope.db.all(rulesOfGroups, { groups: [group.key] });
    const rules = rows.map((row) => ruleOf(row, scope.account));
    return {
      group,
      ingress: rules.filter(({ direction }) => direction === 'ingress'),
      egress: rules.filter(({ direction }) => direction === 'egress'),
    };
  },
);
