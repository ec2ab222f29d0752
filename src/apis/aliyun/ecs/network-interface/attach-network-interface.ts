// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-attachnetworkinterface
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { attachInterface } from '#resources/network-interface/verbs/attach-interface.ts';
import { silent } from '../../parameters.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/attach-network-interface.ts';
import { interfaceNamed } from './interface-fields.ts';

/** Attaches an interface to an instance of its zone and VPC. */
export const attachNetworkInterface = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceNamed,
    TrunkNetworkInstanceId: silent,
    WaitForNetworkConfigurationReady: silent,
  },
  handle: async (context, { NetworkInterfaceId, InstanceId, NetworkCardIndex }) => {
    const { region } = context;
    // No type here has several network cards.
    if (NetworkCardIndex !== undefined) throw networkInterfaceFaults.kindNotHere();
    const { key: instance } = await namedInstance(context, InstanceId, region);
    await attachInterface(context, { interface: NetworkInterfaceId, region, instance });
  },
});
