// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json DeleteTags.
import { action } from '#apis/context.ts';
import { deleteTags as deleteTagsVerb } from '#resources/tag/verbs/keep-tags.ts';
import * as model from '../models/delete-tags.ts';
import { checkedWords, someOf, tagsSet } from './tag-fields.ts';

/** Deletes up to ten tags that no resource has, all of them or none. */
export const deleteTags = action.write({
  model,
  region: 'none',
  input: { Tags: tagsSet },
  rules: [someOf('Tags')],
  handle: (context, { Tags }) => deleteTagsVerb(context, checkedWords(Tags)),
});
