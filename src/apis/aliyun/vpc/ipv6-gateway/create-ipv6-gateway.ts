// https://www.alibabacloud.com/help/en/ipv6-gateway/developer-reference/api-createipv6gateway
import { addIpv6Gateway } from '#resources/internet-gateway/verbs/ipv6-gateway.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-ipv6-gateway.ts';
import { gatewayNames } from './ipv6-gateway-shapes.ts';

export const createIpv6Gateway = action.write({
  model,
  input: { ...gatewayNames, Tag: givenTags },
  handle: async (context, input) => {
    const { key, resourceGroup } = await addIpv6Gateway(context, {
      region: context.region,
      vpc: input.VpcId,
      name: input.Name ?? null,
      description: input.Description ?? '',
      resourceGroup: await groupForNew(context, input.ResourceGroupId),
      tags: checkedTags(input.Tag),
    });
    return { Ipv6GatewayId: key, ResourceGroupId: resourceGroup ?? '' };
  },
});
