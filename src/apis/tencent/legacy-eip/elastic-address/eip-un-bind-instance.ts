// https://cloud.tencent.com/document/api/213/1384 (seed 004 L58020)
import { action } from '#apis/context.ts';
import { requireAddress } from '#resources/elastic-address/require.ts';
import { addressAt } from '#resources/elastic-address/target.ts';
import { unbindAddress } from '#resources/elastic-address/verbs/unbind-address.ts';
import { id, integer, string, structure } from '#wire/builders.ts';
import { addressIdMeant } from '../../structs/elastic-address/address-inputs.ts';
import { targetOf } from '../../structs/elastic-address/target.ts';

/**
 * Takes an address from an instance. One that is bound to an interface may keep its relation to
 * that (unBindPrivateIpWithEip 0, L58075): its binding here is that relation, so it stays.
 */
export const eipUnBindInstance = action.write({
  name: 'EipUnBindInstance',
  input: structure({
    eipId: { ...addressIdMeant, required: false, empty: 'absent' },
    allocWanIp: integer({ values: [0, 1], default: 0 }),
    networkInterfaceId: id('network-interface', { empty: 'absent' }),
    privateIpAddress: string({ max: 64, empty: 'absent' }),
    unBindPrivateIpWithEip: integer({ values: [0, 1], default: 1 }),
  }),
  output: structure({}),
  handle: async (context, asked) => {
    const { region } = context;
    const { eipId, networkInterfaceId, privateIpAddress, allocWanIp } = asked;
    const place = { NetworkInterfaceId: networkInterfaceId, PrivateIpAddress: privateIpAddress };
    const address =
      eipId === undefined
        ? await addressAt(context, { target: targetOf(place), region })
        : await requireAddress(context, eipId, region);
    const keeps = asked.unBindPrivateIpWithEip === 0 && address.holder?.kind !== 'instance';
    if (keeps && address.holder !== null) return;
    await unbindAddress(context, { region, key: address.key, ordinaryAnew: allocWanIp === 1 });
  },
});
