import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { matchingRows, narrowedBy, numbersOf, pageOfNumbers, takenAway } from './search.ts';
import type { Condition, Found, Index, NumberedRow, Search } from './search.ts';

/** An index leads where it finds no more rows than these: their numbers are read in one look. */
const NUMBERS_MAX = 32_768;
/** The same where the rows themselves are looked at, since other conditions are left. */
const ROWS_MAX = 16_384;
/** A second index leads too where it finds no more than this many for each row of the first. */
const NUMBERS_PER_ROW = 2;

/**
 * A page of rows that several conditions narrow. Indexes that find few rows tell their numbers,
 * which are held against each other here: a database would build a tree for that. What all of them
 * tell is held against the other conditions. Undefined where all find many.
 */
export async function ledRows(
  reader: Reader,
  search: Search,
  page: Page,
): Promise<Found<NumberedRow> | undefined> {
  const [first, ...others] = await findingFew(reader, search);
  if (first === undefined) return undefined;
  const leading = [first, ...others] as const;
  const found = await foundByAll(reader, search, leading);
  const indexed = search.indexed.filter((one) => !leading.some(({ index }) => index === one));
  if (indexed.length === 0 && search.scanned.length === 0) {
    return pageOfNumbers(reader, search, { numbers: found, page });
  }
  if (found.length > ROWS_MAX) return undefined;
  // The database has the numbers again: to write all of them into a statement costs more.
  const few: readonly Condition[] = [(eb) => eb('seq', 'in', rowsOfAll(reader, search, leading))];
  const rows = matchingRows(reader, { ...search, few, indexed, covered: [] }).select('seq');
  return pageOfNumbers(reader, search, { numbers: await numbersOf(reader, rows), page });
}

function rowsOfAll(reader: Reader, search: Search, leading: readonly [Leading, ...Leading[]]) {
  const [first, ...others] = leading;
  let rows = narrowedBy(reader, search, first.index);
  for (const { index } of others) rows = rows.intersect(narrowedBy(reader, search, index));
  return rows;
}

interface Leading {
  readonly index: Index;
  readonly numbers: ReadonlySet<number>;
}

/** The numbers that all of them tell, without what is taken away. */
async function foundByAll(
  reader: Reader,
  search: Search,
  leading: readonly Leading[],
): Promise<readonly number[]> {
  const [first, ...others] = leading.map(({ numbers }) => numbers);
  const found = [...(first ?? [])].filter((number) => others.every((other) => other.has(number)));
  if (search.less.length === 0 || found.length === 0) return found;
  const taken = new Set(await numbersOf(reader, takenAway(reader, search)));
  return found.filter((number) => !taken.has(number));
}

/** The indexes that find few rows, or not many more than the one that finds fewest. */
async function findingFew(reader: Reader, search: Search): Promise<readonly Leading[]> {
  const found: Leading[] = [];
  let fewest = NUMBERS_MAX;
  for (const index of search.indexed) {
    const most = Math.min(NUMBERS_MAX, fewest * NUMBERS_PER_ROW);
    const rows = narrowedBy(reader, search, index).limit(most + 1);
    const numbers = await numbersOf(reader, rows);
    if (numbers.length > most) continue;
    found.push({ index, numbers: new Set(numbers) });
    fewest = Math.min(fewest, numbers.length);
  }
  return found.filter(({ numbers }) => numbers.size <= fewest * NUMBERS_PER_ROW);
}
