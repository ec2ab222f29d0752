import type { Page } from '#resources/page.ts';
import { afterToken } from '../page-token.ts';

/** The two ways in which a list of this vendor is paged. */
export interface PagingAsked {
  readonly PageNumber: number;
  readonly PageSize: number;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

export interface PageAsked {
  readonly page: Page;
  /** Whether MaxResults or NextToken asked for it. */
  readonly byToken: boolean;
  readonly number: number;
}

/**
 * By token where MaxResults or NextToken is given, else by number. Whichever it is, a NextToken is
 * answered while more follows: clients that never send MaxResults go on by it.
 */
export function pageOf(
  { PageNumber, PageSize, MaxResults, NextToken }: PagingAsked,
  { min, max }: { readonly min: number; readonly max: number },
): PageAsked {
  if (MaxResults === undefined && NextToken === undefined) {
    const page = offsetAndLimit({ PageNumber, PageSize });
    return { page, byToken: false, number: PageNumber };
  }
  const limit = Math.min(Math.max(MaxResults ?? RESULTS_DEFAULT, min), max);
  return { page: { after: afterToken(NextToken), limit }, byToken: true, number: 1 };
}

const RESULTS_DEFAULT = 10;

/** The inputs of a list that is paged by number alone, ten to a page where nothing is said. */
export function numbered<const Max extends number>(max: Max) {
  return {
    PageNumber: { default: 1, min: 1 },
    PageSize: { default: 10, min: 1, max },
  } as const;
}

/** Which of all matches such a page holds. */
export function offsetAndLimit({ PageNumber, PageSize }: PagingAsked) {
  const offset = Math.min((PageNumber - 1) * PageSize, Number.MAX_SAFE_INTEGER);
  return { offset, limit: PageSize };
}
