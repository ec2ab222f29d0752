// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-copynetworkaclentries
import { copyAclRules } from '#resources/network-acl/verbs/copy-rules.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/copy-network-acl-entries.ts';

export const copyNetworkAclEntries = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { NetworkAclId: acl, SourceNetworkAclId: source }) =>
    copyAclRules(context, { acl, source, region: context.region }),
});
