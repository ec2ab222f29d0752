// https://cloud.tencent.com/document/api/213/9403 (seed 004 L48903)
import { action } from '#apis/context.ts';
import { listKeyPairs } from '#resources/key-pair/verbs/list-key-pairs.ts';
import { omitted, overlay } from '#wire/overlay.ts';
import * as model from '../../cvm/models/describe-key-pairs.ts';
import { olderRatePerSecond } from '../../older-actions.ts';
import { listedKeyPairs } from '../../structs/key-pair/listed-key-pairs.ts';
import { idsOrFilters, keyIdsPatch, shownPatch } from '../../structs/key-pair/key-pair-fields.ts';
import { namedFilters, pageFields } from '../../structs/listing.ts';

const Tags = omitted('Key pairs have no tags yet (L50497-50526).');

/** Key pairs by their ids, or by filters (L48957-48971). */
export const describeKeyPairs = action.read({
  name: 'DescribeKeyPairs',
  region: 'required',
  ratePerSecond: olderRatePerSecond,
  input: overlay(
    model.request,
    {
      KeyIds: keyIdsPatch,
      Filters: namedFilters(
        { 'project-id': {}, 'key-name': {} },
        { valuesMax: 5, withTags: false },
      ),
      ...pageFields,
    },
    { rules: idsOrFilters },
  ),
  output: overlay(model.response, { KeyPairSet: { item: { fields: { ...shownPatch, Tags } } } }),
  uses: [listKeyPairs],
  handle: listedKeyPairs,
});
