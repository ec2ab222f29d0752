// https://cloud.tencent.com/document/api/215/42107 and models/tencent/vpc.json
// ModifyNetworkAclEntries.
import { networkAclFaults } from '#resources/network-acl/faults.ts';
import { changeAclRules } from '#resources/network-acl/verbs/change-rules.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-network-acl-entries.ts';
import { networkAclId } from './acl-fields.ts';
import { givenRuleSet } from './acl-rules.ts';
import { rulesChanged, rulesReplaced } from './rule-changes.ts';

/** Replaces the rules of each direction that is given, or changes those that are named. */
export const modifyNetworkAclEntries = action.write({
  model,
  input: { NetworkAclId: networkAclId, NetworkAclEntrySet: givenRuleSet },
  rules: [
    {
      rule: 'exclusive',
      fields: ['NetworkAclEntrySet', 'NetworkAclQuintupleSet'],
      reason: networkAclFaults.rulesTwice,
    },
  ],
  handle: (context, input) => {
    // No network ACL here has rules of five parts.
    if (input.NetworkAclQuintupleSet !== undefined) throw networkAclFaults.kindOther();
    const given = input.NetworkAclEntrySet;
    const { NetworkAclId: acl, EnableUpdateAclEntries: some = false } = input;
    const change = some ? rulesChanged(given) : rulesReplaced(given);
    return changeAclRules(context, { acl, region: context.region, change });
  },
});
