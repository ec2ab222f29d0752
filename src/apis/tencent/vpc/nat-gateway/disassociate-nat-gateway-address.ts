// https://cloud.tencent.com/document/api/215/36041 and models/tencent/vpc.json
// DisassociateNatGatewayAddress.
import { dissociateAddresses } from '#resources/nat-gateway/verbs/addresses.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/disassociate-nat-gateway-address.ts';
import { ipOf, natGatewayId, publicIps } from './given.ts';

/** A gateway keeps one elastic address (UnsupportedOperation.PublicIpAddressDisassociate). */
export const disassociateNatGatewayAddress = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    PublicIpAddresses: { ...publicIps, min: 1, required: true },
  },
  handle: async (context, { NatGatewayId: gateway, PublicIpAddresses: texts }) => {
    const { region } = context;
    const addresses = texts.map(ipOf);
    await dissociateAddresses(context, { gateway, region, addresses, last: 'stays' });
    // Clients wait for the task of the request's id (DescribeVpcTaskResult).
    await networkTask(context, region);
  },
});
