// https://cloud.tencent.com/document/api/215/42158 and models/tencent/vpc.json
// ModifyNetworkAclAttribute.
import { modifyNetworkAcl } from '#resources/network-acl/verbs/network-acls.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-network-acl-attribute.ts';
import { networkAclId, networkAclName } from './acl-fields.ts';

export const modifyNetworkAclAttribute = action.write({
  model,
  input: { NetworkAclId: networkAclId, NetworkAclName: networkAclName },
  handle: (context, { NetworkAclId: acl, NetworkAclName: name }) =>
    modifyNetworkAcl(context, { acl, region: context.region, name }),
});
