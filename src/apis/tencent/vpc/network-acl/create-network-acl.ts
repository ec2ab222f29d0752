// https://cloud.tencent.com/document/api/215/42162 and models/tencent/vpc.json CreateNetworkAcl.
import { networkAclFaults } from '#resources/network-acl/faults.ts';
import { addNetworkAcl } from '#resources/network-acl/verbs/network-acls.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-network-acl.ts';
import { networkAclName } from './acl-fields.ts';
import { networkAclShown } from './acl-rules.ts';
import { showNetworkAcl } from './show-network-acls.ts';

/** A new one drops everything, in both directions. */
export const createNetworkAcl = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    NetworkAclName: networkAclName,
    NetworkAclType: { default: 'TRIPLE', values: ['TRIPLE', 'QUINTUPLE'] },
    Tags: tagsGiven,
  },
  output: { NetworkAcl: networkAclShown },
  handle: async (context, input) => {
    const { NetworkAclType: kind } = input;
    if (kind === 'QUINTUPLE') throw networkAclFaults.kindUnknown({ kind });
    const acl = await addNetworkAcl(context, {
      vpc: input.VpcId,
      region: context.region,
      name: input.NetworkAclName,
      description: '',
      rules: [],
      tags: checkedTags(input.Tags),
    });
    return { NetworkAcl: await showNetworkAcl(context, acl) };
  },
});
