// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeVpcIpv6Addresses.
import { listingFaults } from '#resources/listing/faults.ts';
import { interfacesOfKeys } from '#resources/network-interface/by-keys.ts';
import { ipv6OfSubnets, ipv6Text } from '#resources/network-interface/ipv6.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { ipv6BlocksOf, subnetsOfVpcs } from '#resources/subnet/usage.ts';
import { getVpc } from '#resources/vpc/verbs/get-vpc.ts';
import { action } from '../../../context.ts';
import { sliceOf } from '../../structs/listing.ts';
import { numberedPage, vpcId } from '../listing.ts';
import * as model from '../models/describe-vpc-ipv6-addresses.ts';
import { addressUserTypes } from '../subnet/used-address-words.ts';

const ADDRESSES_MAX = 10;

/** The IPv6 addresses of a network that are in use. */
export const describeVpcIpv6Addresses = action.read({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    Ipv6Addresses: {
      max: ADDRESSES_MAX,
      reasons: { count: listingFaults.tooManyIds },
    },
    SubnetId: vpcId('subnet'),
    ...numberedPage,
  },
  handle: async (context, input) => {
    const { db, region } = context;
    const { VpcId: vpc, SubnetId: subnet } = input;
    const wanted = input.Ipv6Addresses?.map(ipv6Text) ?? [];
    await getVpc(context, { vpc, region });
    const own = (await subnetsOfVpcs(context, [vpc])).get(vpc) ?? [];
    if (subnet !== undefined && !own.includes(subnet)) throw subnetFaults.notFound({ subnet });
    const all = await ipv6OfSubnets(db, subnet === undefined ? own : [subnet]);
    const found = all
      .filter(({ address }) => wanted.length === 0 || wanted.includes(address))
      .toSorted((a, b) => (a.address < b.address ? -1 : 1));
    const shown = sliceOf(found, input);
    const blocks = await ipv6BlocksOf(db, vpc);
    const users = await interfacesOfKeys(
      db,
      shown.map((one) => one.interface),
    );
    return {
      TotalCount: found.length,
      Ipv6AddressSet: shown.map((one) => ({
        Ipv6Address: one.address,
        CidrBlock: blocks.find(({ key }) => key === one.subnet)?.ipv6_block ?? '',
        Ipv6AddressType:
          addressUserTypes[
            users.get(one.interface)?.isPrimary === true ? 'instance' : 'network-interface'
          ],
        CreatedTime: one.createdAt,
      })),
    };
  },
});
