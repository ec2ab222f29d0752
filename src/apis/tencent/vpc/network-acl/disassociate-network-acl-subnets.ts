// https://cloud.tencent.com/document/api/215/42159 and models/tencent/vpc.json
// DisassociateNetworkAclSubnets.
import { dissociateAcl } from '#resources/network-acl/verbs/associations.ts';
import { action } from '../../../context.ts';
import * as model from '../models/disassociate-network-acl-subnets.ts';
import { aclAndSubnets } from './acl-fields.ts';

/** All of them or none. */
export const disassociateNetworkAclSubnets = action.write({
  model,
  input: aclAndSubnets,
  handle: (context, { NetworkAclId: acl, SubnetIds: subnets }) =>
    dissociateAcl(context, { acl, subnets, region: context.region }),
});
