// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-unassociateeipaddress
import { unbindAddress } from '#resources/elastic-address/verbs/unbind-address.ts';
import { string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/unassociate-eip-address.ts';
import { allocationId } from './address-inputs.ts';
import { unbindFromGateway } from './gateway.ts';
import { unbindFromHaVipOf } from './ha-vip.ts';
import { keyIn, targetTypes } from './target.ts';

const kinds = {
  EcsInstance: 'instance',
  NetworkInterface: 'network-interface',
} as const;

/** Takes an address from what it is bound to. */
export const unassociateEipAddress = action.write({
  model,
  region: 'optional',
  input: {
    AllocationId: allocationId,
    InstanceId: string({ max: 64 }),
    InstanceType: { values: targetTypes },
    Force: { default: false },
    ClientToken: clientToken,
  },
  handle: async (context, { AllocationId: key, InstanceId, InstanceType = 'EcsInstance' }) => {
    const region = context.region === '' ? null : context.region;
    if (InstanceType === 'Nat') {
      await unbindFromGateway(context, { key, region, id: InstanceId });
      return;
    }
    if (InstanceType === 'HaVip') {
      await unbindFromHaVipOf(context, { key, region, id: InstanceId });
      return;
    }
    const from =
      InstanceId === undefined ? undefined : { key: keyIn(kinds[InstanceType], InstanceId) };
    await unbindAddress(context, { region, key, from });
  },
});
