// https://cloud.tencent.com/document/api/215/42163 and models/tencent/vpc.json
// AssociateNetworkAclSubnets.
import { associateAcl } from '#resources/network-acl/verbs/associations.ts';
import { action } from '../../../context.ts';
import * as model from '../models/associate-network-acl-subnets.ts';
import { aclAndSubnets } from './acl-fields.ts';

/** All of them or none. */
export const associateNetworkAclSubnets = action.write({
  model,
  input: aclAndSubnets,
  handle: (context, { NetworkAclId: acl, SubnetIds: subnets }) =>
    associateAcl(context, { acl, subnets, region: context.region }),
});
