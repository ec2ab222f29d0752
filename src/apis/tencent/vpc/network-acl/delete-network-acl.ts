// https://cloud.tencent.com/document/api/215/42161 and models/tencent/vpc.json DeleteNetworkAcl.
import { removeNetworkAcl } from '#resources/network-acl/verbs/network-acls.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-network-acl.ts';
import { networkAclId } from './acl-fields.ts';

export const deleteNetworkAcl = action.write({
  model,
  input: { NetworkAclId: networkAclId },
  handle: (context, { NetworkAclId: acl }) =>
    removeNetworkAcl(context, { acl, region: context.region }),
});
