// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifynetworkinterfaceattribute
import { action } from '#apis/context.ts';
import { instancesOfKeys } from '#resources/instance/by-keys.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import type { NetworkInterface } from '#resources/network-interface/network-interface.ts';
import { requireInterface } from '#resources/network-interface/require.ts';
import { changeInterface } from '#resources/network-interface/verbs/change-interface.ts';
import type { ReadScope } from '#resources/scope.ts';
import * as model from '../models/modify-network-interface-attribute.ts';
import {
  groupsMax,
  interfaceFields,
  interfaceNamed,
  ownOf,
  requireTexts,
  trafficFields,
} from './interface-fields.ts';

/** Changes what an interface is called, its security groups and its settings. */
export const modifyNetworkInterfaceAttribute = action.write({
  model,
  input: {
    ...interfaceFields,
    NetworkInterfaceId: interfaceNamed,
    NetworkInterfaceName: { empty: 'kept' },
    Description: { empty: 'kept' },
    NetworkInterfaceTrafficConfig: { fields: trafficFields },
    SecurityGroupId: {
      max: groupsMax,
      reasons: { count: networkInterfaceFaults.tooManyGroups },
    },
  },
  handle: async (context, asked) => {
    const { NetworkInterfaceId: key, NetworkInterfaceName: name, Description } = asked;
    const { region } = context;
    const { DeleteOnRelease: deleteWithInstance, SecurityGroupId: groups = [] } = asked;
    requireTexts(name, Description);
    const own = ownOf(asked);
    const one = await requireInterface(context, key, region);
    // The primary one goes with its instance.
    if (one.isPrimary && deleteWithInstance === false) {
      throw networkInterfaceFaults.isPrimary({ 'network-interface': key });
    }
    if (own.QueueNumber !== undefined) await requireStandstill(context, one);
    await changeInterface(context, {
      interface: key,
      region,
      name,
      description: Description,
      deleteWithInstance,
      groups: groups.length === 0 ? undefined : [...new Set(groups)],
      own: { ...own },
    });
  },
});

/** Queues change while the interface is attached to none, or its instance is stopped. */
async function requireStandstill(
  { db }: Pick<ReadScope, 'db'>,
  { instance }: NetworkInterface,
): Promise<void> {
  if (instance === null) return;
  const holder = (await instancesOfKeys(db, [instance])).get(instance);
  if (holder?.state === 'stopped') return;
  throw networkInterfaceFaults.instanceWrongState({ instance });
}
