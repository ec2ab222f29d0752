// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createhavip
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import { addHaVip } from '#resources/ha-vip/verbs/ha-vips.ts';
import { formatAddress, parseAddress } from '#resources/subnet/cidr.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-ha-vip.ts';
import { haVipNames } from './ha-vip-shapes.ts';

export const createHaVip = action.write({
  model,
  input: { ...haVipNames, IpAddress: { max: 64 }, Tag: givenTags },
  handle: async (context, input) => {
    const { IpAddress: text } = input;
    const address = text === undefined ? undefined : parseAddress(text);
    if (text !== undefined && address === undefined) {
      throw haVipFaults.addressMalformed({ address: text });
    }
    const vip = await addHaVip(context, {
      region: context.region,
      subnet: input.VSwitchId,
      address,
      name: input.Name ?? null,
      description: input.Description ?? '',
      resourceGroup: await groupForNew(context, input.ResourceGroupId),
      checks: false,
      tags: checkedTags(input.Tag),
    });
    return { HaVipId: vip.key, IpAddress: formatAddress(vip.address) };
  },
});
