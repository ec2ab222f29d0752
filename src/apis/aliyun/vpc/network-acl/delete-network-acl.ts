// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletenetworkacl
import { removeNetworkAcl } from '#resources/network-acl/verbs/network-acls.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/delete-network-acl.ts';

export const deleteNetworkAcl = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { NetworkAclId: acl }) =>
    removeNetworkAcl(context, { acl, region: context.region }),
});
