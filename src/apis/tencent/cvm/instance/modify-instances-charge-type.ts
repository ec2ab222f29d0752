// https://cloud.tencent.com/document/api/213/17964 (seed 004 L16009)
import { action } from '#apis/context.ts';
import { changeChargeType } from '#resources/instance/verbs/change-charge-type.ts';
import { chargeChangeInput, chargeChangeOf } from '../../structs/instance/charge-change.ts';
import { someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/modify-instances-charge-type.ts';

/** Has instances paid in the other way from now on: all of them, or none. */
export const modifyInstancesChargeType = action.write({
  name: model.name,
  input: chargeChangeInput,
  rules: [someInstanceIds],
  output: model.response,
  handle: async (context, input) => {
    await changeChargeType(context, chargeChangeOf(input, context.region));
  },
});
