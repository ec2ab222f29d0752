// https://cloud.tencent.com/document/api/215/15819 and models/tencent/vpc.json
// AttachNetworkInterface.
import { attachInterface } from '#resources/network-interface/verbs/attach-interface.ts';
import { action } from '../../../context.ts';
import * as model from '../models/attach-network-interface.ts';
import {
  attachType,
  clientToken,
  instanceMeant,
  interfaceMeant,
  requirePlainKind,
} from './interface-input.ts';

export const attachNetworkInterface = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    InstanceId: instanceMeant,
    AttachType: attachType,
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    requirePlainKind(input);
    const { NetworkInterfaceId: key, InstanceId: instance } = input;
    await attachInterface(context, { interface: key, region: context.region, instance });
  },
});
