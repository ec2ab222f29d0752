// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json GetTagValues.
import { action } from '#apis/context.ts';
import * as model from '../models/get-tag-values.ts';
import { tagKeysAsked } from './tag-fields.ts';
import { category, nextPageFields, pageOfTags } from './tag-listing.ts';

/** Values of the account's tags of some keys, a page after the other. */
export const getTagValues = action.read({
  model,
  region: 'none',
  input: { ...nextPageFields, TagKeys: tagKeysAsked, Category: category },
  rules: [{ rule: 'one-of', fields: ['TagKeys'] }],
  handle: (context, input) => pageOfTags(context, input, input.TagKeys),
});
