// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json GetTagKeys.
import { textsOfToken, tokenAfterTexts } from '#apis/page-token.ts';
import { action } from '#apis/context.ts';
import { keptTagKeys } from '#resources/tag/kept.ts';
import * as model from '../models/get-tag-keys.ts';
import { category, nextPageFields } from './tag-listing.ts';

/** Keys of the account's tags, a page after the other. */
export const getTagKeys = action.read({
  model,
  region: 'none',
  input: { ...nextPageFields, Category: category },
  handle: async (context, { PaginationToken, MaxResults: limit, Category }) => {
    const [after] = textsOfToken(PaginationToken, 1) ?? [];
    if (Category === 'System') return { PaginationToken: '', TagKeys: [] };
    const from = after === undefined ? {} : { after };
    const keys = await keptTagKeys(context, { ...from, limit: limit + 1 });
    const TagKeys = keys.slice(0, limit);
    const last = keys.length > limit ? TagKeys.at(-1) : undefined;
    return { PaginationToken: tokenAfterTexts(last === undefined ? undefined : [last]), TagKeys };
  },
});
