import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import {
  countAtMost,
  matchingRows,
  narrowedBy,
  numbersBy,
  numbersOf,
  pageOfNumbers,
} from './search.ts';
import type { Condition, Found, Index, NumberedRow, Search } from './search.ts';

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
  const indexed = search.indexed.filter((index) => !leading.includes(index));
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
function foundByAll(reader: Reader, search: Search, leading: readonly Index[]) {
  const [first, ...others] = leading;
  if (first === undefined) return undefined;
  let found = narrowedBy(reader, search, first);
  for (const other of others) found = found.intersect(numbersBy(reader, search, other));
  return found;
}

/** The indexes that find few rows, or not many more than the one that finds fewest. */
async function findingFew(reader: Reader, search: Search) {
  const found: Array<{ readonly index: Index; readonly count: number }> = [];
  let fewest = NUMBERS_MAX;
  for (const index of search.indexed) {
    const most = Math.min(NUMBERS_MAX, fewest * NUMBERS_PER_ROW);
    const count = await countAtMost(reader, numbersBy(reader, search, index), most + 1);
    if (count > most) continue;
    found.push({ index, count });
    fewest = Math.min(fewest, count);
  }
  const few = found.filter(({ count }) => count <= fewest * NUMBERS_PER_ROW);
  return { leading: few.map(({ index }) => index), fewest };
}
