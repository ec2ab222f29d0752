// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-detachnetworkinterface
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { requireInterface } from '#resources/network-interface/require.ts';
import { detachInterface } from '#resources/network-interface/verbs/attach-interface.ts';
import { silent } from '../../parameters.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/detach-network-interface.ts';
import { interfaceNamed } from './interface-fields.ts';

/** Takes an interface from its instance; one that is on its way from it is left to that. */
export const detachNetworkInterface = action.write({
  model,
  input: { NetworkInterfaceId: interfaceNamed, TrunkNetworkInstanceId: silent },
  handle: async (context, { NetworkInterfaceId: key, InstanceId }) => {
    const { region } = context;
    const { key: instance } = await namedInstance(context, InstanceId, region);
    const one = await requireInterface(context, key, region);
    if (one.isPrimary) throw networkInterfaceFaults.primaryStays({ 'network-interface': key });
    if (one.state === 'detaching' && one.instance === instance) return;
    await detachInterface(context, { interface: key, region, instance });
  },
});
