// https://cloud.tencent.com/document/api/215/30652 and models/tencent/vpc.json CreateHaVip.
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import { associateHaVip } from '#resources/ha-vip/verbs/members.ts';
import { addHaVip } from '#resources/ha-vip/verbs/ha-vips.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { resolveSubnet } from '#resources/subnet/verbs/resolve-subnet.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-ha-vip.ts';
import {
  associationsAsked,
  haVipName,
  haVipOutput,
  memberOf,
  showHaVips,
} from './ha-vip-shapes.ts';

export const createHaVip = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    HaVipName: haVipName,
    // The model lets it be absent; an address is one of a subnet.
    SubnetId: { ...vpcId('subnet'), required: true },
    Vip: { max: 64 },
    NetworkInterfaceId: vpcId('network-interface'),
    HaVipAssociationSet: { ...associationsAsked, min: 0 },
    Tags: tagsGiven,
  },
  output: { HaVip: haVipOutput },
  handle: async (context, input) => {
    const { region } = context;
    const { HaVipAssociationSet: machines = [], NetworkInterfaceId: at, Vip: text } = input;
    if (at !== undefined) throw haVipFaults.noMachines();
    const members = machines.map(memberOf);
    const address = text === undefined ? undefined : parseAddress(text);
    if (text !== undefined && address === undefined) {
      throw haVipFaults.addressMalformed({ address: text });
    }
    const { VpcId: vpc, SubnetId: subnet } = input;
    await resolveSubnet(context, { region, vpc, subnet });
    const vip = await addHaVip(context, {
      region,
      subnet,
      address,
      name: input.HaVipName,
      description: '',
      resourceGroup: null,
      checks: input.CheckAssociate ?? false,
      tags: checkedTags(input.Tags),
    });
    for (const member of members) {
      await associateHaVip(context, { region, vip: vip.key, member, mixes: true });
    }
    const [shown] = await showHaVips(context, [vip]);
    if (shown === undefined) throw new Error(`The address ${vip.key} is not shown.`);
    return { HaVip: shown };
  },
});
