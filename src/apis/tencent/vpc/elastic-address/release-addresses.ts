// https://cloud.tencent.com/document/api/215/16705 and models/tencent/vpc.json ReleaseAddresses.
import { returnAddresses } from '#resources/elastic-address/verbs/release-addresses.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/release-addresses.ts';
import { addressIdsMeant } from '../../structs/elastic-address/address-inputs.ts';

/** Gives addresses up, all of them or none. */
export const releaseAddresses = action.write({
  model,
  input: { AddressIds: addressIdsMeant },
  handle: async (context, { AddressIds: keys }) => {
    const { region } = context;
    await returnAddresses(context, { region, keys });
    return { TaskId: String(await networkTask(context, region)) };
  },
});
