// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-copynetworkaclentries
import type { AclRule } from '#resources/network-acl/network-acl.ts';
import { changeAclRules } from '#resources/network-acl/verbs/change-rules.ts';
import { getNetworkAcl } from '#resources/network-acl/verbs/get-network-acl.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/copy-network-acl-entries.ts';

/** Gives a network ACL the rules of another one, in place of its own. */
export const copyNetworkAclEntries = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: async (context, { NetworkAclId: acl, SourceNetworkAclId: source }) => {
    const { region } = context;
    const { ingress, egress } = await getNetworkAcl(context, { acl: source, region });
    const change = { ingress: () => ingress.map(content), egress: () => egress.map(content) };
    await changeAclRules(context, { acl, region, change });
  },
});

function content({ key: _key, modifiedAt: _at, ...rule }: AclRule) {
  return rule;
}
