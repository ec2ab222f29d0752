// https://www.tencentcloud.com/document/api/651/33012, models/tencent/tag.json ModifyResourceTags.
import { action } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import * as model from '../models/modify-resource-tags.ts';
import { changeResource } from './change-resource.ts';
import { checkedKeys, checkedPairs, someOf, tagsMeant, tagsSet } from './tag-fields.ts';

/** Sets and takes off tags of one resource; a key that it does not have is no fault to take off. */
export const modifyResourceTags = action.write({
  model,
  region: 'none',
  input: {
    Resource: { max: 256 },
    // Either may be left out; clients send an empty DeleteTags where they take none off.
    ReplaceTags: { ...tagsSet, min: 1 },
    DeleteTags: { ...tagsMeant, item: { fields: { TagKey: { empty: 'kept' } } } },
  },
  rules: [someOf('ReplaceTags', 'DeleteTags')],
  handle: async (context, { Resource, ReplaceTags, DeleteTags }) => {
    const set = checkedPairs(ReplaceTags);
    const remove = checkedKeys(DeleteTags?.map(({ TagKey }) => TagKey));
    if (set.length === 0 && remove.length === 0) throw tagFaults.nothingToChange();
    const both = set.find(({ name }) => remove.includes(name));
    if (both !== undefined) {
      const message = `The key \`${both.name}\` is in ReplaceTags and in DeleteTags.`;
      throw tagFaults.bothSetAndRemoved({ message });
    }
    await changeResource(context, Resource, { set, remove });
  },
});
