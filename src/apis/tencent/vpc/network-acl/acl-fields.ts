import { networkAclFaults as faults } from '#resources/network-acl/faults.ts';
import { vpcId } from '../listing.ts';

/** NetworkAclId of an action on one. */
export const networkAclId = { ...vpcId('network-acl'), required: true } as const;

/** A name: up to 60 characters. */
export const networkAclName = {
  max: 60,
  reasons: { length: faults.nameTooLong, empty: faults.nameMalformed },
} as const;

/** NetworkAclId and SubnetIds of an association. */
export const aclAndSubnets = {
  NetworkAclId: networkAclId,
  SubnetIds: {
    min: 1,
    max: 100,
    reasons: { count: faults.tooManySubnets },
    item: vpcId('subnet'),
  },
} as const;
