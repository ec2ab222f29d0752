import { instanceTable } from '#store/schema/instance.ts';
import { instanceSecurityGroupTable } from '#store/schema/instance-security-group.ts';
import { noun } from '../noun.ts';
import { instanceFaults } from './faults.ts';

/** A virtual machine, and the security groups it is in. */
export const instanceNoun = noun({
  name: 'instance',
  tables: { instances: instanceTable, instance_security_groups: instanceSecurityGroupTable },
  onReset: 'goes',
  faults: instanceFaults,
  hasIds: true,
  tagged: 'instances',
  limits: {
    // Of one account in one zone, by charge type.
    instancesPerZoneMax: 1_000_000,
    // Of one instance (seed 004: LimitExceeded.AssociateUSGLimitExceeded).
    securityGroupsPerInstanceMax: 5,
  },
});
