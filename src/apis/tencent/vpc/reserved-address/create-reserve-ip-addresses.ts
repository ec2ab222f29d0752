// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// CreateReserveIpAddresses.
import { reservedAddressFaults } from '#resources/reserved-address/faults.ts';
import { reserveAddresses } from '#resources/reserved-address/verbs/reserve-addresses.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { subnetAround } from '#resources/subnet/usage.ts';
import { getVpc } from '#resources/vpc/verbs/get-vpc.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-reserve-ip-addresses.ts';
import { reservedTexts, showReserved } from './reserved-shapes.ts';

/** The page names no bound: ours. */
const COUNT_MAX = 100;

const outOfRange = reservedAddressFaults.countOutOfRange;

/** Keeps private addresses back. Addresses say of which subnet they are, a number does not. */
export const createReserveIpAddresses = action.write({
  model,
  token: 'ClientToken',
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    SubnetId: vpcId('subnet'),
    IpAddresses: { max: COUNT_MAX, reasons: { count: outOfRange } },
    IpAddressCount: { min: 1, max: COUNT_MAX, reasons: { range: outOfRange } },
    ...reservedTexts,
    Tags: tagsGiven,
    ClientToken: { empty: 'absent', max: 64 },
  },
  handle: async (context, input) => {
    const { region } = context;
    const { VpcId: vpc, IpAddresses: texts = [], IpAddressCount: count = 0 } = input;
    if (texts.length > 0 && count > 0) throw reservedAddressFaults.namedAndCounted();
    if (texts.length === 0 && count === 0) throw reservedAddressFaults.countMissing();
    const addresses = texts.map((text) => {
      const address = parseAddress(text);
      if (address === undefined) throw reservedAddressFaults.addressMalformed({ address: text });
      return address;
    });
    await getVpc(context, { vpc, region });
    const subnet = input.SubnetId ?? (await subnetAround(context, vpc, addresses));
    if (subnet === undefined) throw reservedAddressFaults.subnetMissing();
    const made = await reserveAddresses(context, {
      region,
      vpc,
      subnet,
      addresses,
      count,
      name: input.Name ?? '',
      description: input.Description ?? '',
      tags: checkedTags(input.Tags),
    });
    return { ReserveIpAddressSet: await showReserved(context, made) };
  },
});
