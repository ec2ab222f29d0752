import type { Fault } from '#kernel/fault.ts';
import { mix } from '#kernel/ids.ts';
import { listingFaults } from '#resources/listing/faults.ts';

/** The longest token: three texts of a tag, each character of four bytes. */
export const tokenCharactersMax = 4_096;

const CHECK_CHARACTERS = 8;

/**
 * The token of the next page of a list that is ordered by texts: those of the last one shown, with
 * a check. "" on the last page.
 */
export function tokenAfterTexts(texts: readonly string[] | undefined): string {
  if (texts === undefined) return '';
  const place = Buffer.from(JSON.stringify(texts)).toString('base64url');
  return check(place) + place;
}

/**
 * The texts in a token; undefined for the first page.
 * @throws listing.tokenMalformed where the token is none of ours, or of another list
 */
export function textsOfToken(
  token: string | undefined,
  count: number,
): readonly string[] | undefined {
  if (token === undefined || token === '') return undefined;
  const place = token.slice(CHECK_CHARACTERS);
  if (token.slice(0, CHECK_CHARACTERS) === check(place)) {
    const texts = textsIn(Buffer.from(place, 'base64url').toString());
    if (texts?.length === count) return texts;
  }
  throw notOurs();
}

const NUMBER = /^[0-9]{1,15}$/;

/** The token of a list whose places are numbers: what comes behind one. "" on the last page. */
export function tokenAfter(next: number | undefined): string {
  return tokenAfterTexts(next === undefined ? undefined : [String(next)]);
}

/**
 * Where a page of such a list goes on; undefined for the first one.
 * @throws listing.tokenMalformed where the token is none of ours
 */
export function afterToken(token: string | undefined): number | undefined {
  const [place] = textsOfToken(token, 1) ?? [];
  if (place === undefined) return undefined;
  if (NUMBER.test(place)) return Number(place);
  throw notOurs();
}

function notOurs(): Fault {
  return listingFaults.tokenMalformed({
    message: 'The token is not one that an earlier page has answered.',
  });
}

/** The check says that it was made here, but not by whom: a hash is no secret. */
function textsIn(json: string): readonly string[] | undefined {
  try {
    const texts = JSON.parse(json) as unknown;
    const areTexts = Array.isArray(texts) && texts.every((text) => typeof text === 'string');
    return areTexts ? texts : undefined;
  } catch {
    return undefined;
  }
}

function check(place: string): string {
  return mix(place, 0x2545f491).toString(16).padStart(CHECK_CHARACTERS, '0');
}
