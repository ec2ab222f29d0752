import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { countAtMost, matchingRows, numbersOf, ownRows, pageOfNumbers } from './search.ts';
import type { Condition, Found, NumberedRow, Search } from './search.ts';

/** An index leads where it finds no more rows than these: their numbers are read in one look. */
const NUMBERS_MAX = 32_768;
/** The same where the rows themselves are looked at, since other conditions are left. */
const ROWS_MAX = 16_384;
/** A second index is read where it finds no more than this many for each row of the first. */
const NUMBERS_PER_ROW = 2;

/**
 * A page of rows that several conditions narrow. Indexes that find few rows tell their numbers, and
 * what all of them tell is held against the other conditions. Undefined where all find many.
 */
export async function ledRows(
  reader: Reader,
  search: Search,
  page: Page,
): Promise<Found<NumberedRow> | undefined> {
  const { leading, fewest } = await findingFew(reader, search);
  const indexed = search.indexed.filter((condition) => !leading.includes(condition));
  const found = foundByAll(reader, search, leading);
  if (found === undefined) return undefined;
  if (indexed.length === 0 && search.scanned.length === 0) {
    return pageOfNumbers(reader, search, { numbers: await numbersOf(reader, found), page });
  }
  if (fewest > ROWS_MAX) return undefined;
  const few: readonly Condition[] = [(eb) => eb('seq', 'in', found)];
  const left: Search = { ...search, few, indexed, covered: [], less: [] };
  const rows = matchingRows(reader, left).select('seq');
  return pageOfNumbers(reader, search, { numbers: await numbersOf(reader, rows), page });
}

/** The numbers that all of some indexes tell: what they cover is asked of them, not of the rows. */
function foundByAll(reader: Reader, search: Search, leading: readonly Condition[]) {
  const [first, ...others] = leading;
  if (first === undefined) return undefined;
  return foundToo(reader, { ...search, indexed: [first], scanned: [] }, others);
}

/** The numbers of the rows that match, and that indexes tell too. */
export function foundToo(reader: Reader, search: Search, others: readonly Condition[]) {
  let found = matchingRows(reader, search).select('seq');
  for (const other of others) {
    const too = ownRows(reader, search).where((eb) => other(eb));
    found = found.intersect(too.select('seq'));
  }
  return found;
}

/** The conditions whose indexes find few rows, or not many more than the one that finds fewest. */
export async function findingFew(reader: Reader, search: Search) {
  const found: Array<{ readonly condition: Condition; readonly count: number }> = [];
  let fewest = NUMBERS_MAX;
  for (const condition of search.indexed) {
    const most = Math.min(NUMBERS_MAX, fewest * NUMBERS_PER_ROW);
    const rows = ownRows(reader, search).where((eb) => condition(eb));
    const count = await countAtMost(reader, rows.select('seq'), most + 1);
    if (count > most) continue;
    found.push({ condition, count });
    fewest = Math.min(fewest, count);
  }
  const few = found.filter(({ count }) => count <= fewest * NUMBERS_PER_ROW);
  return { leading: few.map(({ condition }) => condition), fewest };
}
