import { securityGroupTable } from '#store/schema/security-group.ts';
import { noun } from '../noun.ts';
import { securityGroupFaults } from './faults.ts';

/** A set of rules for traffic. */
export const securityGroupNoun = noun({
  name: 'security-group',
  tables: { security_groups: securityGroupTable },
  onReset: 'goes',
  faults: securityGroupFaults,
  hasIds: true,
  tagged: 'security_groups',
  limits: { securityGroupsPerRegionMax: 50 },
  limitsBy: { securityGroupsPerRegionMax: ['region'] },
  counted: { table: 'security_groups', scope: 'security-groups' },
});
