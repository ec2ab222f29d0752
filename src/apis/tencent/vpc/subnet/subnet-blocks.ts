import { subnetFaults } from '#resources/subnet/faults.ts';
import { vpcId } from '../listing.ts';

/** What giving subnets IPv6 blocks takes, and taking them away. */
export const subnetBlocks = {
  VpcId: { ...vpcId('vpc'), required: true },
  Ipv6SubnetCidrBlocks: {
    min: 1,
    max: 100,
    reasons: { count: subnetFaults.blocksUnnamed },
    item: {
      fields: { SubnetId: { ...vpcId('subnet'), required: true }, Ipv6CidrBlock: { max: 64 } },
    },
  },
} as const;
