import type { Page, PageCode, Pages } from '#wire/page.ts';

/**
 * How a code was found: as a reason prefers it, on another page about the same thing, as a more
 * general one of those preferred, as that of any such refusal, or as the last resort. Of a page
 * that no document lists it is the first preferred.
 */
export type Step = 'preferred' | 'borrowed' | 'chain' | 'generic' | 'last' | 'unlisted';

/** The code of a refusal on a page. */
export interface CodeFound extends Omit<PageCode, 'borrowed'> {
  readonly step: Step;
}

/** The codes that a refusal may have: `CODE`, or `CODE 404` where a page lists several statuses. */
export interface Preferences {
  /** Of its reason, the best first. */
  readonly own: readonly string[];
  /** Of any refusal of its kind; what the page itself lists goes before what all pages have. */
  readonly generic: readonly string[];
}

/** What a code is found by: the lists of the page and its service, the habits of the vendor. */
export interface CodesOfPage {
  /** Undefined where no document lists the codes of the page: then the first preferred is said. */
  readonly page: Page | undefined;
  readonly pages: Pages | undefined;
  /** The next more general code; undefined where there is none. */
  moreGeneral(code: string): string | undefined;
  /** What is said where the page has nothing that fits. */
  readonly last: string;
}

/**
 * The code for a refusal: the first preferred one that the page lists or borrows, or every page of
 * the service has; then a more general one of those; then the same of the generic ones.
 */
export function codeOf({ own, generic }: Preferences, on: CodesOfPage): CodeFound {
  const [first] = [...own, ...generic];
  if (first !== undefined && on.page === undefined) {
    const elsewhere = rowOf(first, on.pages?.anywhere.get(codeIn(first)));
    return { ...(elsewhere ?? unlisted(first)), step: own.length > 0 ? 'unlisted' : 'generic' };
  }
  for (const text of own) {
    const found = onPage(text, on);
    if (found !== undefined) return { ...found, step: found.borrowed ? 'borrowed' : 'preferred' };
  }
  const general = onChain(own, on);
  if (general !== undefined) return { ...general, step: 'chain' };
  const listed = generic.find((text) => on.page?.codes.has(codeIn(text)) === true);
  for (const text of listed === undefined ? generic : [listed]) {
    const found = onPage(text, on) ?? onChain([text], on);
    if (found !== undefined) return { ...found, step: 'generic' };
  }
  return { ...unlisted(on.last), step: 'last' };
}

function onChain(preferred: readonly string[], on: CodesOfPage): PageCode | undefined {
  for (const text of preferred) {
    for (let code = on.moreGeneral(codeIn(text)); code; code = on.moreGeneral(code)) {
      const found = onPage(code, on);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function onPage(text: string, { page, pages }: CodesOfPage): PageCode | undefined {
  const code = codeIn(text);
  return rowOf(text, page?.codes.get(code) ?? pages?.common.get(code));
}

/** The row with the status that is preferred, else the first. */
function rowOf(text: string, listed: readonly PageCode[] | undefined): PageCode | undefined {
  const status = statusIn(text);
  return listed?.find((one) => one.status === status) ?? listed?.[0];
}

function codeIn(text: string): string {
  return text.split(' ', 1)[0] ?? '';
}

function statusIn(text: string): number | undefined {
  const [, digits] = text.split(' ');
  return digits === undefined ? undefined : Number(digits);
}

function unlisted(text: string): Omit<PageCode, 'borrowed'> {
  return { code: codeIn(text), status: statusIn(text) ?? 400, message: undefined };
}
