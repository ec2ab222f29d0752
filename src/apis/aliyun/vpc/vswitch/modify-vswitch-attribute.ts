// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyvswitchattribute
import { subnetFaults } from '#resources/subnet/faults.ts';
import { modifySubnet } from '#resources/subnet/verbs/modify-subnet.ts';
import { switchSubnetIpv6 } from '#resources/subnet/verbs/switch-ipv6.ts';
import { action } from '../../../context.ts';
import { description, name, regionAsked } from '../parameters.ts';
import { partAsked, vSwitchIpv6 } from './vswitch-ipv6.ts';
import * as model from '../models/modify-v-switch-attribute.ts';

export const modifyVSwitchAttribute = action.write({
  model,
  region: 'optional',
  input: {
    VSwitchName: name(subnetFaults.nameMalformed),
    Description: description(subnetFaults.descriptionMalformed),
    ...vSwitchIpv6,
  },
  handle: async (context, input) => {
    const { VSwitchId: subnet, VSwitchName: name, Description: description } = input;
    const region = regionAsked(context);
    await modifySubnet(context, { subnet, region, name, description });
    const { EnableIPv6: has, VpcIpv6CidrBlock: within } = input;
    const asked = partAsked(input) ?? (has === true ? 'any' : undefined);
    const part = has === false ? 'none' : asked;
    if (part !== undefined) await switchSubnetIpv6(context, { subnet, region, part, within });
  },
});
