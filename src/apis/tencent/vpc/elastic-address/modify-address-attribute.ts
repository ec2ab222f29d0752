// https://cloud.tencent.com/document/api/215/16704 and models/tencent/vpc.json
// ModifyAddressAttribute.
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { requireAddress } from '#resources/elastic-address/require.ts';
import { changeAttributes } from '#resources/elastic-address/verbs/change-attributes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-address-attribute.ts';
import { addressIdMeant, addressName } from '../../structs/elastic-address/address-inputs.ts';

/** Gives an address another name, or lets its instance see it on the interface itself. */
export const modifyAddressAttribute = action.write({
  model,
  input: {
    AddressId: addressIdMeant,
    AddressName: addressName,
    EipDirectConnection: { values: ['TRUE', 'FALSE'], empty: 'absent' },
  },
  handle: async (context, { AddressId: key, AddressName: name, EipDirectConnection: word }) => {
    const { region } = context;
    if (name === undefined && word === undefined) throw elasticAddressFaults.nothingAsked();
    const direct = word === 'TRUE';
    if (word !== undefined) {
      const { holder, own } = await requireAddress(context, key, region);
      if (holder?.kind !== 'instance') {
        throw elasticAddressFaults.directNotInstance({ 'elastic-address': key });
      }
      if (direct && own['direct'] === true) throw elasticAddressFaults.directAlready();
    }
    await changeAttributes(context, {
      region,
      keys: [key],
      change: {
        ...(name !== undefined && { name }),
        ...(word !== undefined && { own: { direct } }),
      },
    });
  },
});
