// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createdhcpoptionsset
import { addDhcpOptionSet } from '#resources/dhcp-option-set/verbs/dhcp-option-sets.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-dhcp-options-set.ts';
import { optionsAsked, setFields } from './dhcp-options-set-shapes.ts';

export const createDhcpOptionsSet = action.write({
  model,
  input: { ...setFields, Tag: givenTags },
  handle: async (context, input) => {
    const {
      name = null,
      description = '',
      domainName = '',
      servers = [],
      ...lease
    } = optionsAsked(input);
    const { key, resourceGroup } = await addDhcpOptionSet(context, {
      region: context.region,
      name,
      description,
      domainName,
      servers,
      leaseTime: lease.leaseTime ?? '3650d',
      ipv6LeaseTime: lease.ipv6LeaseTime ?? '1d',
      resourceGroup: await groupForNew(context, input.ResourceGroupId),
      tags: checkedTags(input.Tag),
    });
    return { DhcpOptionsSetId: key, ResourceGroupId: resourceGroup ?? '' };
  },
});
