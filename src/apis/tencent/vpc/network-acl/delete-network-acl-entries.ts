// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DeleteNetworkAclEntries.
import { changeAclRules } from '#resources/network-acl/verbs/change-rules.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-network-acl-entries.ts';
import { networkAclId } from './acl-fields.ts';
import { givenRuleSet } from './acl-rules.ts';
import { rulesRemoved } from './rule-changes.ts';

export const deleteNetworkAclEntries = action.write({
  model,
  input: { NetworkAclId: networkAclId, NetworkAclEntrySet: { ...givenRuleSet, required: true } },
  handle: (context, { NetworkAclId: acl, NetworkAclEntrySet: given }) => {
    const change = rulesRemoved(given);
    return changeAclRules(context, { acl, region: context.region, change });
  },
});
