// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ModifyAddressesRenewFlag.
import { changeRenewal } from '#resources/elastic-address/verbs/change-renewal.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-addresses-renew-flag.ts';
import { addressIdsMeant } from '../../structs/elastic-address/address-inputs.ts';
import { renewFlags } from '../../structs/elastic-address/words.ts';

/** Says what becomes of addresses at the end of what was paid for. */
export const modifyAddressesRenewFlag = action.write({
  model,
  input: { AddressIds: addressIdsMeant, RenewFlag: { values: renewFlags.names } },
  handle: (context, { AddressIds: keys, RenewFlag }) =>
    changeRenewal(context, {
      region: context.region,
      keys,
      renewal: renewFlags.neutral(RenewFlag),
    }),
});
