// https://cloud.tencent.com/document/api/215/16700 and models/tencent/vpc.json AssociateAddress.
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { bindAddress } from '#resources/elastic-address/verbs/bind-address.ts';
import { changeAttributes } from '#resources/elastic-address/verbs/change-attributes.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/associate-address.ts';
import { addressIdMeant, targetFields } from '../../structs/elastic-address/address-inputs.ts';
import { targetOf } from '../../structs/elastic-address/target.ts';

/** Binds an address; an ordinary one that the instance has is to be returned before. */
export const associateAddress = action.write({
  model,
  input: {
    AddressId: addressIdMeant,
    ...targetFields,
    EipDirectConnection: { default: false },
    InstanceRegion: { empty: 'absent' },
  },
  handle: async (context, asked) => {
    const { region } = context;
    const { AddressId: key, EipDirectConnection: direct } = asked;
    // Of accelerated addresses alone.
    if (asked.InstanceRegion !== undefined) throw elasticAddressFaults.kindNotSold();
    const target = targetOf(asked);
    if (direct && !('instance' in target)) throw elasticAddressFaults.kindNotSold();
    await bindAddress(context, { region, key, target, ordinary: 'refuses' });
    await changeAttributes(context, { region, keys: [key], change: { own: { direct } } });
    return { TaskId: String(await networkTask(context, region)) };
  },
});
