// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createnetworkacl
import { addNetworkAcl } from '#resources/network-acl/verbs/network-acls.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import * as model from '../models/create-network-acl.ts';
import { aclNames } from './acl-fields.ts';
import { aclShown, showNetworkAcl } from './show-network-acls.ts';

/** A new one accepts everything, in both directions. */
const acceptAll = {
  name: '',
  accepts: true,
  protocol: 'all',
  block: '0.0.0.0/0',
  ports: null,
  description: '',
} as const;

export const createNetworkAcl = action.write({
  model,
  input: { ...aclNames, Tag: givenTags },
  output: { NetworkAclAttribute: { fields: aclShown } },
  handle: async (context, input) => {
    const acl = await addNetworkAcl(context, {
      vpc: input.VpcId,
      region: context.region,
      name: input.NetworkAclName ?? null,
      description: input.Description ?? '',
      rules: [acceptAll],
      tags: checkedTags(input.Tag),
    });
    return { NetworkAclId: acl.key, NetworkAclAttribute: await showNetworkAcl(context, acl) };
  },
});
