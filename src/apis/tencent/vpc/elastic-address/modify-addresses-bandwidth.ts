// https://cloud.tencent.com/document/api/215/19214 and models/tencent/vpc.json
// ModifyAddressesBandwidth.
import { changeAddressesBandwidth } from '#resources/elastic-address/verbs/change-bandwidth.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-addresses-bandwidth.ts';
import { addressIdsMeant } from '../../structs/elastic-address/address-inputs.ts';
import { outMbpsMax } from '../../structs/elastic-address/words.ts';

/** Changes the bandwidth of addresses, all of them or none. */
export const modifyAddressesBandwidth = action.write({
  model,
  input: {
    AddressIds: addressIdsMeant,
    StartTime: { deprecated: true },
    EndTime: { deprecated: true },
  },
  handle: async (context, { AddressIds: keys, InternetMaxBandwidthOut: outMbps }) => {
    const { region } = context;
    await changeAddressesBandwidth(context, { region, keys, outMbps, outMbpsMax });
    return { TaskId: String(await networkTask(context, region)) };
  },
});
