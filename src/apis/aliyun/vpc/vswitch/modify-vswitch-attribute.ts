// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyvswitchattribute
import { subnetFaults } from '#resources/subnet/faults.ts';
import { modifySubnet } from '#resources/subnet/verbs/modify-subnet.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { silent } from '../../parameters.ts';
import { description, name, regionAsked } from '../parameters.ts';
import * as model from '../models/modify-v-switch-attribute.ts';

export const modifyVSwitchAttribute = action.write({
  model,
  region: 'optional',
  input: {
    VSwitchName: name(subnetFaults.nameMalformed),
    Description: description(subnetFaults.descriptionMalformed),
    ...each(['EnableIPv6', 'Ipv6CidrBlock', 'Ipv6CidrMask', 'VpcIpv6CidrBlock'], silent),
  },
  handle: (context, input) =>
    modifySubnet(context, {
      subnet: input.VSwitchId,
      region: regionAsked(context),
      name: input.VSwitchName,
      description: input.Description,
    }),
});
