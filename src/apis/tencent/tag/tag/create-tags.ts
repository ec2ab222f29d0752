// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json CreateTags.
import { action } from '#apis/context.ts';
import { createTags as createTagsVerb } from '#resources/tag/verbs/keep-tags.ts';
import * as model from '../models/create-tags.ts';
import { checkedWords, someOf, tagsSet } from './tag-fields.ts';

/** Makes up to ten tags, all of them or none. The model does not need Tags, and the page does. */
export const createTags = action.write({
  model,
  region: 'none',
  input: { Tags: tagsSet },
  rules: [someOf('Tags')],
  handle: (context, { Tags = [] }) => createTagsVerb(context, checkedWords(Tags)),
});
