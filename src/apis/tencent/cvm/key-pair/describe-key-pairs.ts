// https://cloud.tencent.com/document/api/213/15699 (seed 004 L28507)
import { action } from '#apis/context.ts';
import { keyPairFilters, listedKeyPairs } from '../../structs/key-pair/listed-key-pairs.ts';
import { keyIdsPatch, shownPatch } from '../../structs/key-pair/key-pair-fields.ts';
import { idsOrFilters, pageFields } from '../../structs/listing.ts';
import * as model from '../models/describe-key-pairs.ts';

/** Key pairs by their ids, or by filters. */
export const describeKeyPairs = action.read({
  model,
  input: {
    KeyIds: keyIdsPatch,
    Filters: keyPairFilters.shape,
    ...pageFields,
  },
  rules: [idsOrFilters('KeyIds')],
  output: { KeyPairSet: { item: { fields: shownPatch } } },
  handle: listedKeyPairs,
});
