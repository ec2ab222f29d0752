// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json DescribeTagValues.
import { action } from '#apis/context.ts';
import { countKeptTags, keptTags } from '#resources/tag/kept.ts';
import * as model from '../models/describe-tag-values.ts';
import { tagKeysAsked } from './tag-fields.ts';
import { category, isCreator, shownTag, tagPage, tagPageFields } from './tag-listing.ts';

/** Values of the account's tags of some keys. */
export const describeTagValues = action.read({
  model,
  region: 'none',
  input: { TagKeys: tagKeysAsked, ...tagPageFields, Category: category },
  handle: async (context, { TagKeys, Category, CreateUin, Offset, Limit }) => {
    const page = tagPage({ Offset, Limit });
    const isNone = Category === 'System' || !isCreator(context, CreateUin);
    const query = { names: isNone ? [] : TagKeys };
    const tags = await keptTags(context, { ...query, ...page });
    const TotalCount = await countKeptTags(context, query);
    return { TotalCount, Offset, Limit, Tags: tags.map(shownTag) };
  },
});
