import { securityGroupRuleTable } from '#store/schema/security-group-rule.ts';
import { noun } from '../noun.ts';
import { securityGroupRuleFaults } from './faults.ts';

/** A rule of a security group: which traffic it lets through or keeps out. */
export const securityGroupRuleNoun = noun({
  name: 'security-group-rule',
  tables: { security_group_rules: securityGroupRuleTable },
  onReset: 'goes',
  faults: securityGroupRuleFaults,
  hasIds: true,
  limits: {
    // Tencent counts each direction for itself, Alibaba a group's rules together.
    rulesPerDirectionMax: 100,
    rulesPerSecurityGroupMax: 200,
  },
});
