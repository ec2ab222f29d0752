// https://cloud.tencent.com/document/api/213/9392 (seed 004 L45241)
import { action } from '#apis/context.ts';
import { renewInstances as renewInstancesVerb } from '#resources/instance/verbs/renew.ts';
import { structure } from '#wire/builders.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { prepaidOf } from '../../structs/instance/prepaid-shape.ts';
import { prepaidShape } from './prepaid-shape.ts';

/** Pays instances for longer. */
export const renewInstances = action.write({
  name: 'RenewInstances',
  region: 'required',
  input: structure(
    {
      InstanceIds: instanceIdsMeant,
      InstanceChargePrepaid: { ...prepaidShape, required: true },
    },
    { rules: [someInstanceIds] },
  ),
  handle: async (context, { InstanceIds: keys, InstanceChargePrepaid }) => {
    const prepaid = prepaidOf(InstanceChargePrepaid);
    await renewInstancesVerb(context, { keys, region: context.region, prepaid });
  },
});
