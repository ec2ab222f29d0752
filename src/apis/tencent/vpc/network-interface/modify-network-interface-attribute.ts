// https://cloud.tencent.com/document/api/215/15815 and models/tencent/vpc.json
// ModifyNetworkInterfaceAttribute.
import { changeInterface } from '#resources/network-interface/verbs/change-interface.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-network-interface-attribute.ts';
import {
  groupsNamed,
  interfaceDescription,
  interfaceMeant,
  interfaceName,
  requireNameFits,
  requirePlainKind,
  trunkingFlag,
} from './interface-input.ts';

export const modifyNetworkInterfaceAttribute = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    NetworkInterfaceName: interfaceName,
    NetworkInterfaceDescription: interfaceDescription,
    SecurityGroupIds: groupsNamed,
    TrunkingFlag: trunkingFlag,
  },
  handle: async (context, input) => {
    requirePlainKind(input);
    requireNameFits(input.NetworkInterfaceName);
    const { SecurityGroupIds: groups = [] } = input;
    await changeInterface(context, {
      interface: input.NetworkInterfaceId,
      region: context.region,
      name: input.NetworkInterfaceName,
      description: input.NetworkInterfaceDescription,
      // An empty list asks for nothing: an interface leaves its groups by another action.
      groups: groups.length === 0 ? undefined : [...new Set(groups)],
    });
  },
});
