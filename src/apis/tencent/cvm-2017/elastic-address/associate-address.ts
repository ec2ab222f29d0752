// https://cloud.tencent.com/document/api/213/15690 (seed 004 L48463)
import { action } from '#apis/context.ts';
import { bindAddress } from '#resources/elastic-address/verbs/bind-address.ts';
import { structure } from '#wire/builders.ts';
import { addressIdMeant, targetFields } from '../../structs/elastic-address/address-inputs.ts';
import { targetOf } from '../../structs/elastic-address/target.ts';

/** Binds an address; an ordinary one that is there is given up (L48491). */
export const associateAddress = action.write({
  name: 'AssociateAddress',
  input: structure({ AddressId: addressIdMeant, ...targetFields }),
  output: structure({}),
  handle: async (context, asked) => {
    const { region } = context;
    const target = targetOf(asked);
    await bindAddress(context, { region, key: asked.AddressId, target, ordinary: 'gives way' });
  },
});
