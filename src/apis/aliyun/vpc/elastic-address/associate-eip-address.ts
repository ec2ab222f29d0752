// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-associateeipaddress
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { bindAddress } from '#resources/elastic-address/verbs/bind-address.ts';
import { changeAttributes } from '#resources/elastic-address/verbs/change-attributes.ts';
import { string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/associate-eip-address.ts';
import { allocationId } from './address-inputs.ts';
import { bindToGateway } from './gateway.ts';
import { bindToHaVipOf } from './ha-vip.ts';
import { targetOf, targetTypes } from './target.ts';

const value = elasticAddressFaults.kindNotSold;

/** Binds an address to an instance or an interface; an ordinary one that is there refuses it. */
export const associateEipAddress = action.write({
  model,
  region: 'optional',
  input: {
    AllocationId: allocationId,
    InstanceId: string({ required: true, max: 64 }),
    InstanceType: { values: targetTypes, default: 'EcsInstance', reasons: { value } },
    Mode: { values: ['NAT', 'MULTI_BINDED', 'BINDED'], default: 'NAT', reasons: { value } },
    ClientToken: clientToken,
    // Of accelerated addresses alone.
    InstanceRegionId: silent,
  },
  handle: async (context, asked) => {
    const { AllocationId: key, VpcId } = asked;
    const mode = modeOf(asked);
    const region = context.region === '' ? null : context.region;
    if (VpcId !== undefined) throw elasticAddressFaults.kindNotSold();
    if (asked.InstanceType === 'Nat') {
      await bindToGateway(context, { key, region, id: asked.InstanceId });
      return;
    }
    if (asked.InstanceType === 'HaVip') {
      if (mode !== 'NAT') throw elasticAddressFaults.kindNotSold();
      await bindToHaVipOf(context, { key, region, id: asked.InstanceId });
      return;
    }
    const target = targetOf(asked);
    if (mode !== 'NAT' && asked.InstanceType !== 'NetworkInterface') {
      throw elasticAddressFaults.kindNotSold();
    }
    await bindAddress(context, { region, key, target, ordinary: 'refuses' });
    await changeAttributes(context, { region, keys: [key], change: { own: { mode } } });
  },
});

/** The older action of ECS has no parameter for it. */
function modeOf({ Mode = 'NAT' }: { readonly Mode?: string | undefined }): string {
  return Mode;
}
