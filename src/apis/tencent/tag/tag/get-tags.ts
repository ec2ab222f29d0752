// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json GetTags.
import { action } from '#apis/context.ts';
import * as model from '../models/get-tags.ts';
import { tagKeysAsked } from './tag-fields.ts';
import { category, nextPageFields, pageOfTags } from './tag-listing.ts';

/** Tags of the account, a page after the other. */
export const getTags = action.read({
  model,
  region: 'none',
  input: { ...nextPageFields, TagKeys: tagKeysAsked, Category: category },
  handle: (context, input) => pageOfTags(context, input, keysNamed(input.TagKeys)),
});

/** An empty list of keys narrows nothing. */
function keysNamed(keys: readonly string[] | undefined): readonly string[] | undefined {
  return keys?.length === 0 ? undefined : keys;
}
