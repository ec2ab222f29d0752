// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-unassociatenetworkacl
import { dissociateAcl } from '#resources/network-acl/verbs/associations.ts';
import { action } from '../../../context.ts';
import * as model from '../models/unassociate-network-acl.ts';
import { aclResources } from './acl-fields.ts';

/** All of them or none. */
export const unassociateNetworkAcl = action.write({
  model,
  input: aclResources,
  handle: (context, { NetworkAclId: acl, Resource }) => {
    const subnets = Resource.map(({ ResourceId }) => ResourceId);
    return dissociateAcl(context, { acl, subnets, region: context.region });
  },
});
