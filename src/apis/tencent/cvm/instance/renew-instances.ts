// https://cloud.tencent.com/document/api/213/15740 (seed 004 L14832)
import { action } from '#apis/context.ts';
import { buyRenewal } from '#resources/instance/verbs/buy-renewal.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { prepaidOf, prepaidShape } from '../../structs/instance/prepaid-shape.ts';
import * as model from '../models/renew-instances.ts';

/** Pays instances for longer; the only way out of the recycle bin. */
export const renewInstances = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    // "Required for instances paid in advance" (L14906), and no others can be renewed.
    InstanceChargePrepaid: { ...prepaidShape, required: true },
    // Disks that outlive their instance do not exist yet.
    RenewPortableDataDisk: { default: true, deprecated: true },
  },
  rules: [someInstanceIds],
  handle: async (context, { InstanceIds: keys, InstanceChargePrepaid }) => {
    const prepaid = prepaidOf(InstanceChargePrepaid);
    await buyRenewal(context, { keys, region: context.region, prepaid });
  },
});
