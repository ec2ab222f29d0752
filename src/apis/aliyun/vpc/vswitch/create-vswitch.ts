// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch
import { subnetFaults } from '#resources/subnet/faults.ts';
import { createSubnet } from '#resources/subnet/verbs/create-subnet.ts';
import { id, integer, string, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { owner } from '../../owner.ts';
import { clientToken, description, name, regionAsked, silent } from '../parameters.ts';
import * as model from '../models/create-v-switch.ts';

const mask = { bitsMin: 16, bitsMax: 29 };

export const createVSwitch = action.write({
  name: 'CreateVSwitch',
  region: 'optional',
  ratePerSecond: 50,
  input: structure(
    {
      ...owner,
      RegionId: string(),
      VpcId: id('vpc', { required: true }),
      ZoneId: id('zone', { required: true }),
      CidrBlock: string({ max: 64, reasons: { length: subnetFaults.cidrMalformed } }),
      CidrMask: integer({
        min: mask.bitsMin,
        max: mask.bitsMax,
        source: 'sdk',
        reasons: { range: subnetFaults.maskNotAllowed, type: subnetFaults.maskNotAllowed },
      }),
      VSwitchName: name(subnetFaults.nameMalformed),
      Description: description(subnetFaults.descriptionMalformed),
      Tag: givenTags,
      Ipv6CidrBlock: integer(silent),
      Ipv6CidrMask: integer(silent),
      VpcIpv6CidrBlock: string(silent),
      ClientToken: clientToken,
    },
    { rules: [{ rule: 'one-of', fields: ['CidrBlock', 'CidrMask'] }] },
  ),
  output: model.response,
  token: 'ClientToken',
  uses: [createSubnet],
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
    return { VSwitchId: key };
  },
});
