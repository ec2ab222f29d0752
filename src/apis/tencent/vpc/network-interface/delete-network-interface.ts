// https://cloud.tencent.com/document/api/215/15822 and models/tencent/vpc.json
// DeleteNetworkInterface.
import { deleteInterface } from '#resources/network-interface/verbs/delete-interface.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-network-interface.ts';
import { interfaceMeant } from './interface-input.ts';

export const deleteNetworkInterface = action.write({
  model,
  input: { NetworkInterfaceId: interfaceMeant },
  handle: (context, { NetworkInterfaceId: key }) =>
    deleteInterface(context, { interface: key, region: context.region }),
});
