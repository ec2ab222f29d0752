// https://cloud.tencent.com/document/api/213/9385 (seed 004 L45503)
import { action } from '#apis/context.ts';
import { changeType } from '#resources/instance/verbs/change-type.ts';
import { someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { typeAsked, typeChangeInput } from '../../structs/instance/type-change.ts';

/** Makes an instance another type of its own family (L45526). */
export const resetInstancesType = action.write({
  name: 'ResetInstancesType',
  input: typeChangeInput,
  rules: [someInstanceIds],
  handle: async (context, input) => {
    await changeType(context, {
      ...typeAsked(input),
      region: context.region,
      family: 'the same',
      running: input.ForceStop ? 'stop-and-start' : 'refuse',
    });
  },
});
