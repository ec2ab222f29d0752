import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { countAtMost, matchingRows, ownRows, pageOfNumbers } from './search.ts';
import type { Condition, Found, NumberedRow, Search } from './search.ts';

/** An index leads where it finds fewer rows than these: each is looked at, all in one look. */
const LED_ROWS_MAX = 16_384;

/**
 * A page of rows that several conditions narrow: the numbers come from the index that finds the
 * fewest, and the other conditions are held against those rows. Undefined where all find many.
 */
export async function ledRows(
  reader: Reader,
  search: Search,
  page: Page,
): Promise<Found<NumberedRow> | undefined> {
  const leading = await fewest(reader, search);
  if (leading === undefined) return undefined;
  return pageOfNumbers(reader, search, {
    numbers: await numbersOf(reader, ledBy(reader, search, leading)),
    page,
  });
}

/** The other conditions are held against the rows that the leading one finds. */
function ledBy(reader: Reader, search: Search, leading: Condition): Search {
  if (search.indexed.length === 1 && search.scanned.length === 0) return search;
  const found = ownRows(reader, search)
    .select('seq')
    .where((eb) => leading(eb));
  const few: readonly Condition[] = [...search.few, (eb) => eb('seq', 'in', found)];
  return { ...search, few, indexed: search.indexed.filter((one) => one !== leading) };
}

/**
 * The numbers of all that match. They are ordered here: asked for the first of them in order, a
 * planner may look at every row in that order instead of at the few that an index finds.
 */
async function numbersOf(reader: Reader, search: Search): Promise<readonly number[]> {
  const rows = await matchingRows(reader, search).select('seq').execute();
  return rows.map((row) => Number(row['seq']));
}

/** The condition whose index finds the fewest rows. */
async function fewest(reader: Reader, search: Search): Promise<Condition | undefined> {
  let least = LED_ROWS_MAX;
  let leading: Condition | undefined;
  for (const condition of search.indexed) {
    const rows = ownRows(reader, search).where((eb) => condition(eb));
    const count = await countAtMost(reader, rows, least);
    if (count >= least) continue;
    least = count;
    leading = condition;
  }
  return leading;
}
