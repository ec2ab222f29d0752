import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse, in neutral words (D10): facts/ecs-surrounding.md section 3, their pages. */
export const securityGroupFaults = defineFaults('security-group', {
  notFound: 'There is no such security group here. Detail: security-group.',
  notInVpc: 'The security group belongs to another network. Detail: security-group, vpc.',
  quotaExceeded: 'The account may have no more groups in the region. Detail: region, limit.',
  inUse: 'Instances are in the security group still. Detail: security-group.',
  isDefault: 'The default security group is kept. Detail: security-group.',
});
