// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch
import { subnetFaults } from '#resources/subnet/faults.ts';
import { createSubnet } from '#resources/subnet/verbs/create-subnet.ts';
import { switchSubnetIpv6 } from '#resources/subnet/verbs/switch-ipv6.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken } from '../../parameters.ts';
import { description, name, regionAsked } from '../parameters.ts';
import { partAsked, vSwitchIpv6 } from './vswitch-ipv6.ts';
import * as model from '../models/create-v-switch.ts';

const mask = { bitsMin: 16, bitsMax: 29 };

export const createVSwitch = action.write({
  model,
  region: 'optional',
  input: {
    CidrBlock: { max: 64, reasons: { length: subnetFaults.cidrMalformed } },
    CidrMask: {
      min: mask.bitsMin,
      max: mask.bitsMax,
      reasons: { range: subnetFaults.maskNotAllowed, type: subnetFaults.maskNotAllowed },
    },
    VSwitchName: name(subnetFaults.nameMalformed),
    Description: description(subnetFaults.descriptionMalformed),
    Tag: givenTags,
    ...vSwitchIpv6,
    ClientToken: clientToken,
  },
  rules: [{ rule: 'one-of', fields: ['CidrBlock', 'CidrMask'] }],
  handle: async (context, input) => {
    const { CidrBlock: cidr, CidrMask: bits = mask.bitsMax } = input;
    const { key } = await createSubnet(context, {
      vpc: input.VpcId,
      region: regionAsked(context),
      zone: input.ZoneId,
      block: cidr === undefined ? { bits } : { cidr },
      mask,
      name: input.VSwitchName ?? null,
      description: input.Description ?? '',
      tags: checkedTags(input.Tag),
    });
    const part = partAsked(input);
    const { VpcIpv6CidrBlock: within } = input;
    if (part !== undefined) await switchSubnetIpv6(context, { subnet: key, part, within });
    return { VSwitchId: key };
  },
});
