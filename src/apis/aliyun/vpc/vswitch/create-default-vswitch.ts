// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createdefaultvswitch
import { makeDefaultSubnet } from '#resources/subnet/verbs/make-default-subnet.ts';
import { switchSubnetIpv6 } from '#resources/subnet/verbs/switch-ipv6.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import { vSwitchIpv6 } from './vswitch-ipv6.ts';
import * as model from '../models/create-default-v-switch.ts';

export const createDefaultVSwitch = action.write({
  model,
  input: { Ipv6CidrBlock: vSwitchIpv6.Ipv6CidrBlock, ClientToken: clientToken },
  handle: async (context, { ZoneId: zone, Ipv6CidrBlock: part }) => {
    const { subnet } = await makeDefaultSubnet(context, { region: context.region, zone });
    if (part !== undefined) await switchSubnetIpv6(context, { subnet, part });
    return { VSwitchId: subnet };
  },
});
