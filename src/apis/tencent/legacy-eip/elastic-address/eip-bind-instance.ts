// https://cloud.tencent.com/document/api/213/1377 (seed 004 L57935)
import { action } from '#apis/context.ts';
import { bindAddress } from '#resources/elastic-address/verbs/bind-address.ts';
import { id, string, structure } from '#wire/builders.ts';
import { addressIdMeant } from '../../structs/elastic-address/address-inputs.ts';
import { targetOf } from '../../structs/elastic-address/target.ts';

/** Binds an address; an ordinary one that is there is given up (L57959). */
export const eipBindInstance = action.write({
  name: 'EipBindInstance',
  input: structure({
    eipId: addressIdMeant,
    unInstanceId: id('instance', { empty: 'absent' }),
    networkInterfaceId: id('network-interface', { empty: 'absent' }),
    privateIpAddress: string({ max: 64, empty: 'absent' }),
  }),
  output: structure({}),
  handle: async (context, asked) => {
    const target = targetOf({
      InstanceId: asked.unInstanceId,
      NetworkInterfaceId: asked.networkInterfaceId,
      PrivateIpAddress: asked.privateIpAddress,
    });
    const { region } = context;
    await bindAddress(context, { region, key: asked.eipId, target, ordinary: 'gives way' });
  },
});
