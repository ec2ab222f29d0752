// https://cloud.tencent.com/document/api/213/15699 (seed 004 L28507)
import { action } from '#apis/context.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { listKeyPairs } from '#resources/key-pair/verbs/list-key-pairs.ts';
import { id } from '#wire/builders.ts';
import { omitted, overlay } from '#wire/overlay.ts';
import { namedFilters, pageFields, projectsIn, tagFiltersIn } from '../listing.ts';
import * as model from '../models/describe-key-pairs.ts';
import { keyIdsPatch } from './key-pair-fields.ts';
import { showKeyPairs } from './render-key-pair.ts';

/** Key pairs of the region, newest first; unknown ids are left out (D24). */
export const describeKeyPairs = action.read({
  name: 'DescribeKeyPairs',
  region: 'required',
  ratePerSecond: 10,
  input: overlay(
    model.request,
    {
      KeyIds: keyIdsPatch,
      Filters: namedFilters({ 'project-id': {}, 'key-name': {} }, { valuesMax: 5, withTags: true }),
      ...pageFields,
    },
    {
      rules: [
        { rule: 'exclusive', fields: ['KeyIds', 'Filters'], reason: listingFaults.idsConflict },
      ],
    },
  ),
  output: overlay(model.response, {
    KeyPairSet: {
      item: {
        fields: {
          PrivateKey: omitted('It is answered once, by CreateKeyPair (L28513).'),
          AssociatedInstanceIds: { item: id('instance') },
        },
      },
    },
  }),
  uses: [listKeyPairs],
  handle: async (context, { KeyIds: keys = [], Filters: given, Offset: offset, Limit: limit }) => {
    const { total, items } = await listKeyPairs(context, {
      region: context.region,
      filter: {
        keys: keys.length === 0 ? undefined : keys,
        names: given?.get('key-name'),
        projects: projectsIn(given),
        tags: tagFiltersIn(given),
      },
      page: { offset, limit },
    });
    return { TotalCount: total, KeyPairSet: await showKeyPairs(context, items) };
  },
});
