// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeVpcPrivateIpAddresses.
import { usedAmong } from '#resources/address/used.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { subnetsOfVpcs, subnetsWithBlocks } from '#resources/subnet/usage.ts';
import { getVpc } from '#resources/vpc/verbs/get-vpc.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/describe-vpc-private-ip-addresses.ts';
import { addressAsked, addressUserTypes } from '../subnet/used-address-words.ts';

const ADDRESSES_MAX = 100;

/** Who has these private addresses; one that nobody has is left out. */
export const describeVpcPrivateIpAddresses = action.read({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    PrivateIpAddresses: {
      required: true,
      max: ADDRESSES_MAX,
      reasons: { count: listingFaults.tooManyIds },
    },
  },
  handle: async (context, { VpcId: vpc, PrivateIpAddresses: texts }) => {
    const addresses = texts.map(addressAsked);
    await getVpc(context, { vpc, region: context.region });
    const subnets = (await subnetsOfVpcs(context, [vpc])).get(vpc) ?? [];
    const blocks = (await subnetsWithBlocks(context.db, [vpc])).get(vpc) ?? [];
    const items = await usedAmong(context.db, { subnets, addresses });
    return {
      VpcPrivateIpAddressSet: items.map(({ kind, subnet, address, createdAt }) => ({
        PrivateIpAddress: formatAddress(address),
        CidrBlock: blocks.find(({ key }) => key === subnet)?.cidr ?? '',
        PrivateIpAddressType: addressUserTypes[kind],
        CreatedTime: createdAt,
      })),
    };
  },
});
