// https://cloud.tencent.com/document/api/215/15816 and models/tencent/vpc.json
// DetachNetworkInterface.
import { detachInterface } from '#resources/network-interface/verbs/attach-interface.ts';
import { action } from '../../../context.ts';
import * as model from '../models/detach-network-interface.ts';
import { clientToken, instanceMeant, interfaceMeant } from './interface-input.ts';

export const detachNetworkInterface = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    InstanceId: instanceMeant,
    ClientToken: clientToken,
  },
  handle: (context, { NetworkInterfaceId: key, InstanceId: instance }) =>
    detachInterface(context, { interface: key, region: context.region, instance }),
});
