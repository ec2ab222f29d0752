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
  limits: {
    securityGroupsPerRegionMax: 50,
    // Seeds 001 L49 and 002 L43; of advanced ones no seed tells: today's.
    instancesPerSecurityGroupMax: 1000,
    instancesPerAdvancedGroupMax: 65_536,
  },
  limitsBy: { securityGroupsPerRegionMax: ['region'] },
  counted: { table: 'security_groups', scope: 'security-groups' },
});
