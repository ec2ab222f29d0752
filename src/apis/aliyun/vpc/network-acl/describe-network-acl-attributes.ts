// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describenetworkaclattributes
import { getNetworkAcl } from '#resources/network-acl/verbs/get-network-acl.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/describe-network-acl-attributes.ts';
import { aclShown, showNetworkAcl } from './show-network-acls.ts';

export const describeNetworkAclAttributes = action.read({
  model,
  input: { ClientToken: clientToken },
  output: { NetworkAclAttribute: { fields: aclShown } },
  handle: async (context, { NetworkAclId: acl }) => {
    const found = await getNetworkAcl(context, { acl, region: context.region });
    return { NetworkAclAttribute: await showNetworkAcl(context, found) };
  },
});
