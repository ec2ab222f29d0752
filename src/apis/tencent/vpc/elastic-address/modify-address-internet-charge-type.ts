// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ModifyAddressInternetChargeType.
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { changeChargeType } from '#resources/elastic-address/verbs/change-charge-type.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-address-internet-charge-type.ts';
import {
  addressIdMeant,
  prepaidAsked,
  prepaidOf,
} from '../../structs/elastic-address/address-inputs.ts';
import { addressChargeTypes, outMbpsMax } from '../../structs/elastic-address/words.ts';

/** Pays for an address in another way from now on; twice at most. */
export const modifyAddressInternetChargeType = action.write({
  model,
  input: {
    AddressId: addressIdMeant,
    InternetChargeType: {
      values: [
        'BANDWIDTH_PREPAID_BY_MONTH',
        'TRAFFIC_POSTPAID_BY_HOUR',
        'BANDWIDTH_POSTPAID_BY_HOUR',
      ],
    },
    AddressChargePrepaid: prepaidAsked,
  },
  handle: async (context, asked) => {
    const { AddressChargePrepaid: prepaid, InternetChargeType: word } = asked;
    if ((word === 'BANDWIDTH_PREPAID_BY_MONTH') !== (prepaid !== undefined)) {
      throw elasticAddressFaults.periodMissing();
    }
    await changeChargeType(context, {
      region: context.region,
      key: asked.AddressId,
      internet: {
        chargeType: addressChargeTypes.neutral(word),
        outMbps: asked.InternetMaxBandwidthOut,
      },
      prepaid: prepaid === undefined ? null : prepaidOf(prepaid),
      outMbpsMax,
      changesMax: 2,
    });
  },
});
