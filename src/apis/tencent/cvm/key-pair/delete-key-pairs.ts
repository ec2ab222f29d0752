// https://cloud.tencent.com/document/api/213/15700 (seed 004 L29485)
import { action } from '#apis/context.ts';
import { deleteFreeKeyPairs } from '#resources/key-pair/verbs/delete-key-pair.ts';
import * as model from '../models/delete-key-pairs.ts';
import { keyIdsPatch } from '../../structs/key-pair/key-pair-fields.ts';

/** Those that are bound stay, and who asks has to look which went (L29493). */
export const deleteKeyPairs = action.write({
  model,
  input: { KeyIds: keyIdsPatch },
  rules: [{ rule: 'one-of', fields: ['KeyIds'] }],
  handle: (context, { KeyIds: keys }) =>
    deleteFreeKeyPairs(context, { keys, region: context.region }),
});
