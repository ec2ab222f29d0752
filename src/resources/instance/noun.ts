import { instanceTable } from '#store/schema/instance.ts';
import { instanceSecurityGroupTable } from '#store/schema/instance-security-group.ts';
import { typeChangeTable } from '#store/schema/type-change.ts';
import { noun } from '../noun.ts';
import { instanceFaults } from './faults.ts';

/** A virtual machine, and the security groups it is in. */
export const instanceNoun = noun({
  name: 'instance',
  tables: {
    instances: instanceTable,
    instance_security_groups: instanceSecurityGroupTable,
    type_changes: typeChangeTable,
  },
  onReset: 'goes',
  faults: instanceFaults,
  hasIds: true,
  tagged: 'instances',
  emptyState: 'launch-failed',
  limits: {
    // Of one account in one zone, of each charge type (seed 004 L16614-16620).
    instancesPerZoneMax: 1_000_000,
    // Of the spot instances of one account in one zone together (seed 004 L39103).
    spotVcpusPerZoneMax: 1_000_000,
    // Of one instance (seed 004: LimitExceeded.AssociateUSGLimitExceeded).
    securityGroupsPerInstanceMax: 5,
  },
  limitsBy: { instancesPerZoneMax: ['zone', 'charge-type'], spotVcpusPerZoneMax: ['zone'] },
});
