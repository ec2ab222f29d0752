// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// AssignIpv6CidrBlock.
import { assignIpv6Block } from '#resources/vpc/verbs/ipv6-block.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/assign-ipv6-cidr-block.ts';
import { addressKinds, addressTypeOf, addressTypes } from './address-types.ts';

export const assignIpv6CidrBlock = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    AddressType: { default: 'GUA', values: addressTypes },
  },
  handle: async (context, { VpcId: vpc, AddressType }) => {
    const kind = addressKinds[AddressType];
    const { ipv6Block } = await assignIpv6Block(context, { vpc, region: context.region, kind });
    return { Ipv6CidrBlock: ipv6Block, AddressType: addressTypeOf(ipv6Block) };
  },
});
