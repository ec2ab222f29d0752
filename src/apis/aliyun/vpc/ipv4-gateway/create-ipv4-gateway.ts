// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createipv4gateway
import { addIpv4Gateway } from '#resources/internet-gateway/verbs/gateways.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-ipv4-gateway.ts';
import { gatewayNames } from './ipv4-gateway-shapes.ts';

/** It is there at once: the page has it Creating for a while. */
export const createIpv4Gateway = action.write({
  model,
  input: { ...gatewayNames, Tag: givenTags },
  handle: async (context, input) => {
    const { key, resourceGroup } = await addIpv4Gateway(context, {
      region: context.region,
      vpc: input.VpcId,
      name: input.Ipv4GatewayName ?? null,
      description: input.Ipv4GatewayDescription ?? '',
      resourceGroup: await groupForNew(context, input.ResourceGroupId),
      tags: checkedTags(input.Tag),
    });
    return { Ipv4GatewayId: key, ResourceGroupId: resourceGroup ?? '' };
  },
});
