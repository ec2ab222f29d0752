// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json DescribeTagKeys.
import { action } from '#apis/context.ts';
import { countKeptTagKeys, keptTagKeys } from '#resources/tag/kept.ts';
import * as model from '../models/describe-tag-keys.ts';
import { category, isCreator, showProject, tagPage, tagPageFields } from './tag-listing.ts';

/** Keys of the account's tags. */
export const describeTagKeys = action.read({
  model,
  region: 'none',
  input: { ...tagPageFields, ShowProject: showProject, Category: category },
  handle: async (context, { Category, CreateUin, Offset, Limit }) => {
    const page = tagPage({ Offset, Limit });
    const isNone = Category === 'System' || !isCreator(context, CreateUin);
    const Tags = isNone ? [] : await keptTagKeys(context, page);
    return { TotalCount: isNone ? 0 : await countKeptTagKeys(context), Offset, Limit, Tags };
  },
});
