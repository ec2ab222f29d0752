// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifynetworkaclattributes
import { modifyNetworkAcl } from '#resources/network-acl/verbs/network-acls.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-network-acl-attributes.ts';
import { aclNames } from './acl-fields.ts';

export const modifyNetworkAclAttributes = action.write({
  model,
  input: aclNames,
  handle: (context, { NetworkAclId: acl, NetworkAclName: name, Description: description }) =>
    modifyNetworkAcl(context, { acl, region: context.region, name, description }),
});
