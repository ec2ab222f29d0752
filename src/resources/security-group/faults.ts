import { defineFaults } from '#kernel/fault.ts';

export const securityGroupFaults = defineFaults('security-group', {
  notFound: 'There is no such security group here. Detail: security-group.',
});
