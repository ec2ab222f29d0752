// https://cloud.tencent.com/document/api/213/15744 (seed 004 L19784)
import { action } from '#apis/context.ts';
import { changeType } from '#resources/instance/verbs/change-type.ts';
import { someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { typeAsked, typeChangeInput } from '../../structs/instance/type-change.ts';
import * as model from '../models/reset-instances-type.ts';

/** Makes an instance one of another type. One that runs has to be stopped for it (L20078). */
export const resetInstancesType = action.write({
  name: model.name,
  input: typeChangeInput,
  rules: [someInstanceIds],
  output: model.response,
  handle: async (context, input) => {
    await changeType(context, {
      ...typeAsked(input),
      region: context.region,
      family: 'any',
      running: input.ForceStop ? 'stop-and-start' : 'refuse',
    });
  },
});
