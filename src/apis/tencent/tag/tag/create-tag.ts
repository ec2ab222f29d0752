// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json CreateTag.
import { action } from '#apis/context.ts';
import { createTags } from '#resources/tag/verbs/keep-tags.ts';
import * as model from '../models/create-tag.ts';
import { checkedWords, oneTag } from './tag-fields.ts';

/** Makes a tag that no resource has yet. */
export const createTag = action.write({
  model,
  region: 'none',
  input: oneTag,
  handle: (context, pair) => createTags(context, checkedWords([pair])),
});
