import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { everywhere, matchingRows, ownRows } from './search.ts';
import { ledRows } from './led-rows.ts';
import type { Found, NumberedRow, Range, Search } from './search.ts';

/** How many numbers of rows a look covers, and then lets others through: by index, and else. */
const INDEX_WINDOW = 65_536;
const SCAN_WINDOW = 8_192;

/** A page that begins before this one is read from the beginning, without any counting. */
const NEAR_OFFSET_MAX = 1_000;

/** Rows numbered from `from` up to `to`, and how many of them match. */
interface Window extends Range {
  readonly count: number;
}

/** A page by the numbers of its rows. What may be long is done in windows of those numbers. */
export async function windowedRows(
  reader: Reader,
  search: Search,
  { page, total: known }: { readonly page: Page; readonly total: number | undefined },
): Promise<Found<NumberedRow>> {
  const near = 'after' in page || page.offset <= NEAR_OFFSET_MAX;
  if (known !== undefined && near) {
    return { total: known, rows: await firstRows(reader, search, page) };
  }
  const isOwn = search.region !== null && search.few.length === 0;
  const led = isOwn ? await ledRows(reader, search, page) : undefined;
  if (led !== undefined) return led;
  const windows = await countedWindows(reader, search);
  let total = 0;
  for (const { count } of windows) total += count;
  if ('offset' in page && page.offset >= total) return { total, rows: [] };
  return { total, rows: await pageOf(reader, search, { windows, page }) };
}

/** Whether one index finds all that match, and nothing else, in the order of their numbers. */
function isPlain({ indexed, scanned }: Search): boolean {
  const inOrder = indexed.every(({ links }) => links?.isInOrder ?? true);
  return indexed.length <= 1 && inOrder && scanned.length === 0;
}

async function countedWindows(reader: Reader, search: Search): Promise<readonly Window[]> {
  if (search.region === null || search.few.length > 0) {
    return [{ ...everywhere, count: await countIn(reader, search, everywhere) }];
  }
  const ends = await endsOf(reader, search);
  if (ends === undefined) return [];
  const size = isPlain(search) ? INDEX_WINDOW : SCAN_WINDOW;
  const windows: Window[] = [];
  for (const window of rangesOf(ends, size)) {
    windows.push({ ...window, count: await countIn(reader, search, window) });
    await reader.pause();
  }
  return search.newestFirst ? windows.toReversed() : windows;
}

function rangesOf({ first, last }: Ends, size: number): readonly Range[] {
  const count = Math.ceil((last - first + 1) / size);
  return Array.from({ length: count }, (_, at) => {
    const from = first + at * size;
    return { from, to: from + size - 1 };
  });
}

/** The first rows of a long list of which the total is known. */
async function firstRows(
  reader: Reader,
  search: Search,
  page: Page,
): Promise<readonly NumberedRow[]> {
  const { after, offset } =
    'offset' in page
      ? { after: undefined, offset: page.offset }
      : { after: page.after, offset: page.beyond ?? 0 };
  const ends = await endsOf(reader, search);
  if (ends === undefined) return [];
  const ranges = rangesOf(ends, SCAN_WINDOW);
  const wanted = offset + page.limit + 1;
  const rows: NumberedRow[] = [];
  for (const window of search.newestFirst ? ranges.toReversed() : ranges) {
    if (isPassed(search, window, after)) continue;
    const part = { window, after, skip: 0, limit: wanted - rows.length };
    rows.push(...(await rowsIn(reader, search, part)));
    if (rows.length >= wanted) break;
    await reader.pause();
  }
  return rows.slice(offset);
}

interface Ends {
  readonly first: number;
  readonly last: number;
}

/** The lowest and the highest number of the account's rows in the region. */
async function endsOf(reader: Reader, search: Search): Promise<Ends | undefined> {
  const end = (direction: 'asc' | 'desc') =>
    ownRows(reader, search).select('seq').orderBy('seq', direction).limit(1).executeTakeFirst();
  const first = await end('asc');
  const last = await end('desc');
  if (first === undefined || last === undefined) return undefined;
  return { first: Number(first['seq']), last: Number(last['seq']) };
}

async function countIn(reader: Reader, search: Search, range: Range): Promise<number> {
  const counted = await matchingRows(reader, search, range)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return counted.total;
}

/** Whether all rows of a window come before the page that begins behind a row. */
function isPassed(
  { newestFirst }: Search,
  { from, to }: Range,
  after: number | undefined,
): boolean {
  return after !== undefined && (newestFirst ? from >= after : to <= after);
}

async function pageOf(
  reader: Reader,
  search: Search,
  { windows, page }: { readonly windows: readonly Window[]; readonly page: Page },
): Promise<readonly NumberedRow[]> {
  const { after, beyond = 0 } = 'after' in page ? page : {};
  let skip = 'offset' in page ? page.offset : 0;
  const wanted = beyond + page.limit + 1;
  const found: NumberedRow[] = [];
  for (const window of windows) {
    const { count } = window;
    const isBehind = isPassed(search, window, after);
    if (isBehind || count === 0 || (after === undefined && skip >= count)) {
      skip = isBehind ? skip : skip - count;
      continue;
    }
    const limit = wanted - found.length;
    found.push(...(await rowsIn(reader, search, { window, after, skip, limit })));
    skip = 0;
    if (found.length >= wanted) break;
    await reader.pause();
  }
  return found.slice(beyond);
}

async function rowsIn(
  reader: Reader,
  search: Search,
  part: {
    readonly window: Range;
    readonly after: number | undefined;
    readonly skip: number;
    readonly limit: number;
  },
): Promise<readonly NumberedRow[]> {
  const { window, after, skip, limit } = part;
  const { newestFirst } = search;
  let rows = matchingRows(reader, search, window).selectAll();
  if (after !== undefined) rows = rows.where('seq', newestFirst ? '<' : '>', after);
  const ordered = rows.orderBy('seq', newestFirst ? 'desc' : 'asc');
  return (await ordered.limit(limit).offset(skip).execute()) as unknown as readonly NumberedRow[];
}
