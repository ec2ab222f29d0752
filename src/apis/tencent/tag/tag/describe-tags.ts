// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json DescribeTags.
import { action } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { countKeptTags, keptTags } from '#resources/tag/kept.ts';
import * as model from '../models/describe-tags.ts';
import { isCreator, showProject, tagPage, tagPageFields } from './tag-listing.ts';

/** Tags of the account; one that no resource has can be deleted. */
export const describeTags = action.read({
  model,
  region: 'none',
  input: { ...tagPageFields, TagKeys: { max: 20 }, ShowProject: showProject },
  handle: async (context, input) => {
    const { TagKey, TagValue, TagKeys = TagKey === undefined ? undefined : [TagKey] } = input;
    if (TagValue !== undefined && TagKeys === undefined) throw tagFaults.keyMissing();
    const query = {
      names: isCreator(context, input.CreateUin) ? TagKeys : [],
      values: TagValue === undefined ? undefined : [TagValue],
    };
    const tags = await keptTags(context, { ...query, ...tagPage(input) });
    return {
      TotalCount: await countKeptTags(context, query),
      Offset: input.Offset,
      Limit: input.Limit,
      Tags: tags.map(({ name, value, used }) => ({
        TagKey: name,
        TagValue: value,
        CanDelete: used ? 0 : 1,
        Category: 'Custom',
      })),
    };
  },
});
