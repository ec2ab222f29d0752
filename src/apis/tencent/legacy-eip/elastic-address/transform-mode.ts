// https://cloud.tencent.com/document/api/213/1383 (seed 004 L58120)
import { action } from '#apis/context.ts';
import { changeAttributes } from '#resources/elastic-address/verbs/change-attributes.ts';
import { integer, structure } from '#wire/builders.ts';
import { addressIdMeant } from '../../structs/elastic-address/address-inputs.ts';

/** Whether an instance sees the address itself (1), or it is translated on the way (0). */
export const transformMode = action.write({
  name: 'TransformMode',
  input: structure({
    eipId: addressIdMeant,
    mode: integer({ required: true, values: [0, 1] }),
  }),
  output: structure({}),
  handle: (context, { eipId, mode }) =>
    changeAttributes(context, {
      region: context.region,
      keys: [eipId],
      change: { own: { direct: mode === 1 } },
    }),
});
