// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json DeleteTag.
import { action } from '#apis/context.ts';
import { deleteTags } from '#resources/tag/verbs/keep-tags.ts';
import * as model from '../models/delete-tag.ts';
import { checkedWords, oneTag } from './tag-fields.ts';

/** Deletes a tag that no resource has. */
export const deleteTag = action.write({
  model,
  region: 'none',
  input: oneTag,
  handle: (context, pair) => deleteTags(context, checkedWords([pair])),
});
