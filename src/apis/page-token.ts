import { mix } from '#kernel/ids.ts';
import { listingFaults } from '#resources/listing/faults.ts';

const FORM = /^[0-9a-f]{22}$/;
const DIGITS = 14;

/**
 * The token of the next page: what comes behind a row, with a check so that a token of somebody
 * else's is refused and not taken for a place in a list of ours. "" on the last page.
 */
export function tokenAfter(next: number | undefined): string {
  if (next === undefined) return '';
  const place = next.toString(16).padStart(DIGITS, '0');
  return place + check(place);
}

/**
 * Where a page goes on; undefined for the first one.
 * @throws listing.tokenMalformed where the token is none of ours
 */
export function afterToken(token: string | undefined): number | undefined {
  if (token === undefined || token === '') return undefined;
  const place = token.slice(0, DIGITS);
  if (FORM.test(token) && token.slice(DIGITS) === check(place)) return Number.parseInt(place, 16);
  const message = 'The NextToken is not one that an earlier page has answered.';
  throw listingFaults.tokenMalformed({ message });
}

function check(place: string): string {
  return mix(place, 0x5bd1e995).toString(16).padStart(8, '0');
}
