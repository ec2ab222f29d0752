// https://cloud.tencent.com/document/api/215/15822 and models/tencent/vpc.json
// DeleteNetworkInterface.
import { deleteInterface } from '#resources/network-interface/verbs/delete-interface.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-network-interface.ts';
import { interfaceMeant } from './interface-input.ts';

export const deleteNetworkInterface = action.write({
  model,
  input: { NetworkInterfaceId: interfaceMeant },
  handle: async (context, { NetworkInterfaceId: key }) => {
    const { region } = context;
    await deleteInterface(context, { interface: key, region });
    // The history of the interface, which tells of the other requests, is gone with it.
    await networkTask(context, region);
  },
});
