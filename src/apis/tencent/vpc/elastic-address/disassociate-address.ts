// https://cloud.tencent.com/document/api/215/16703 and models/tencent/vpc.json DisassociateAddress.
import { unbindAddress } from '#resources/elastic-address/verbs/unbind-address.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/disassociate-address.ts';
import { addressIdMeant } from '../../structs/elastic-address/address-inputs.ts';

/** Takes an address from an instance or an interface; a NAT gateway gives its own back itself. */
export const disassociateAddress = action.write({
  model,
  input: { AddressId: addressIdMeant, ReallocateNormalPublicIp: { default: false } },
  handle: async (context, { AddressId: key, ReallocateNormalPublicIp: ordinaryAnew }) => {
    const { region } = context;
    await unbindAddress(context, { region, key, ordinaryAnew });
    return { TaskId: String(await networkTask(context, region)) };
  },
});
