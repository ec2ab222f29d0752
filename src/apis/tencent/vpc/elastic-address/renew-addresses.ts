// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json RenewAddresses.
import { renewAddresses as renew } from '#resources/elastic-address/verbs/renew-addresses.ts';
import { action } from '../../../context.ts';
import * as model from '../models/renew-addresses.ts';
import {
  addressIdsMeant,
  prepaidAsked,
  prepaidOf,
} from '../../structs/elastic-address/address-inputs.ts';

/** Lengthens what addresses are paid in advance for. */
export const renewAddresses = action.write({
  model,
  input: { AddressIds: addressIdsMeant, AddressChargePrepaid: { ...prepaidAsked, required: true } },
  handle: (context, { AddressIds: keys, AddressChargePrepaid }) =>
    renew(context, { region: context.region, keys, ...prepaidOf(AddressChargePrepaid) }),
});
