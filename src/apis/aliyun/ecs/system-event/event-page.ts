import { tokenAfter } from '#apis/page-token.ts';
import { type PagingAsked, pageOf } from '../../paging.ts';

const RESULTS = { min: 10, max: 100 } as const;

/** The page of a list that is all at hand, asked for by number or by token, and its figures. */
export function pageOfAll<T>(all: readonly T[], asked: PagingAsked) {
  const { page, number } = pageOf(asked, RESULTS);
  const start = 'after' in page ? (page.after ?? 0) : page.offset;
  const items = all.slice(start, start + page.limit);
  const end = start + items.length;
  return {
    items,
    TotalCount: all.length,
    PageNumber: number,
    PageSize: page.limit,
    NextToken: tokenAfter(end < all.length ? end : undefined),
  };
}
