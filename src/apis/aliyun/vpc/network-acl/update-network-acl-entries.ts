// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-updatenetworkaclentries
import { isIpv6Rule } from '#resources/network-acl/network-acl.ts';
import { changeAclRules, type RulesChange } from '#resources/network-acl/verbs/change-rules.ts';
import { getNetworkAcl } from '#resources/network-acl/verbs/get-network-acl.ts';
import { requireIpv6 } from '#resources/vpc/verbs/require-ipv6.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/update-network-acl-entries.ts';
import { egressRule, givenRules, ingressRule } from './acl-rules.ts';

/** Replaces all rules of a direction; of one that is not to be updated, rules are not read. */
export const updateNetworkAclEntries = action.write({
  model,
  input: { ...givenRules, ClientToken: clientToken },
  handle: async (context, input) => {
    const { region } = context;
    const { NetworkAclId: acl } = input;
    const { UpdateIngressAclEntries: inbound, UpdateEgressAclEntries: outbound } = input;
    const ingress = inbound ? (input.IngressAclEntries ?? []).map(ingressRule) : undefined;
    const egress = outbound ? (input.EgressAclEntries ?? []).map(egressRule) : undefined;
    const { vpc } = await getNetworkAcl(context, { acl, region });
    if ([...(ingress ?? []), ...(egress ?? [])].some(isIpv6Rule)) {
      await requireIpv6(context, { vpc, region });
    }
    const change: RulesChange = {
      ...(ingress === undefined ? {} : { ingress: () => ingress }),
      ...(egress === undefined ? {} : { egress: () => egress }),
    };
    await changeAclRules(context, { acl, region, change });
  },
});
