// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json AdjustPublicAddress.
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { exchangeAddress } from '#resources/elastic-address/verbs/exchange-address.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/adjust-public-address.ts';
import { addressIdMeant } from '../../structs/elastic-address/address-inputs.ts';

/** Another address instead of an ordinary one, or of an elastic one that is paid in advance. */
export const adjustPublicAddress = action.write({
  model,
  input: {
    InstanceId: { ...vpcId('instance'), empty: 'absent' },
    AddressId: { ...addressIdMeant, required: false, empty: 'absent' },
  },
  handle: async (context, { InstanceId: instance, AddressId: key }) => {
    const { region } = context;
    if ((instance === undefined) === (key === undefined)) throw elasticAddressFaults.oneOfBoth();
    await exchangeAddress(context, { region, instance, key });
    return { TaskId: await networkTask(context, region) };
  },
});
