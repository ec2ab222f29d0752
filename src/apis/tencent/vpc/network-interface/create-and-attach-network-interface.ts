// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// CreateAndAttachNetworkInterface.
import { attachInterface } from '#resources/network-interface/verbs/attach-interface.ts';
import { action } from '../../../context.ts';
import * as model from '../models/create-and-attach-network-interface.ts';
import { newInterface, newInterfaceInput, shownByKey } from './create-network-interface.ts';
import { attachType, instanceMeant, requirePlainKind } from './interface-input.ts';
import { interfaceOverlay } from './network-interface-shapes.ts';

export const createAndAttachNetworkInterface = action.write({
  model,
  input: { ...newInterfaceInput, InstanceId: instanceMeant, AttachType: attachType },
  output: { NetworkInterface: interfaceOverlay },
  handle: async (context, input) => {
    requirePlainKind(input);
    const key = await newInterface(context, input);
    const { region } = context;
    await attachInterface(context, { interface: key, region, instance: input.InstanceId });
    return { NetworkInterface: await shownByKey(context, key) };
  },
});
