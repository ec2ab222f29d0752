// https://cloud.tencent.com/document/api/215/15821 and models/tencent/vpc.json
// MigrateNetworkInterface.
import { migrateInterface } from '#resources/network-interface/verbs/attach-interface.ts';
import { action } from '../../../context.ts';
import * as model from '../models/migrate-network-interface.ts';
import { attachType, instanceMeant, interfaceMeant, requirePlainKind } from './interface-input.ts';

export const migrateNetworkInterface = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    SourceInstanceId: instanceMeant,
    DestinationInstanceId: instanceMeant,
    AttachType: attachType,
  },
  handle: async (context, input) => {
    requirePlainKind(input);
    await migrateInterface(context, {
      interface: input.NetworkInterfaceId,
      region: context.region,
      instance: input.SourceInstanceId,
      to: input.DestinationInstanceId,
    });
  },
});
