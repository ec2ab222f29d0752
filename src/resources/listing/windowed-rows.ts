import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { narrowed, ownRows } from './search.ts';
import type { Found, Search } from './search.ts';

/** Rows that are counted at once: a look-up in an index tells whether there are more. */
const PROBE_ROWS = 16_384;
/** How many numbers of rows a look covers, and then lets others through: by index, and else. */
const INDEX_WINDOW = 65_536;
const SCAN_WINDOW = 8_192;

/** A page that begins before this one is read from the beginning, without any counting. */
const NEAR_OFFSET_MAX = 1_000;

/** Rows numbered from `from` up to `to`, and how many of them match. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface NumberedRow {
  readonly seq: number;
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
  const windows = await countedWindows(reader, search);
  let total = 0;
  for (const { count } of windows) total += count;
  if ('offset' in page && page.offset >= total) return { total, rows: [] };
  return { total, rows: await pageOf(reader, search, { windows, page }) };
}

async function countedWindows(reader: Reader, search: Search): Promise<readonly Window[]> {
  const isPlain = search.scanned.length === 0 && search.indexed.length <= 1;
  const all = { from: 0, to: Number.MAX_SAFE_INTEGER };
  if (search.region === null || search.few.length > 0) {
    return [{ ...all, count: await countIn(reader, search, all) }];
  }
  if (isPlain) {
    const probed = await countIn(reader, search, { ...all, atMost: PROBE_ROWS });
    if (probed < PROBE_ROWS) return [{ ...all, count: probed }];
  }
  const ends = await endsOf(reader, search);
  if (ends === undefined) return [];
  const size = isPlain ? INDEX_WINDOW : SCAN_WINDOW;
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

interface Range {
  readonly from: number;
  readonly to: number;
  /** Counting ends there. */
  readonly atMost?: number;
}

async function countIn(reader: Reader, search: Search, range: Range): Promise<number> {
  const matching = await countOf(reader, search, range);
  if (search.less.length === 0 || matching === 0) return matching;
  const { atMost: _all, ...whole } = range;
  // Where counting ended early nothing is taken away: there are more than was asked.
  if (matching === range.atMost) return matching;
  return matching - (await countOf(reader, search, { ...whole, only: true }));
}

/** How many match; with `only`, of those that are taken away again, found by their numbers. */
async function countOf(
  reader: Reader,
  search: Search,
  { from, to, atMost, only }: Range & { readonly only?: boolean },
): Promise<number> {
  let rows = ownRows(reader, search).where((eb) =>
    eb.and(narrowed(search).map((condition) => condition(eb))),
  );
  if (to < Number.MAX_SAFE_INTEGER) rows = rows.where('seq', '>=', from).where('seq', '<=', to);
  if (only === true) {
    const taken = ownRows(reader, search)
      .select('seq')
      .where((eb) => eb.or(search.less.map((condition) => condition(eb))));
    rows = rows.where('seq', 'in', taken);
  }
  if (atMost === undefined) {
    const counted = await rows
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return counted.total;
  }
  const some = rows.select('seq').limit(atMost).as('some');
  const counted = await reader.db
    .selectFrom(some as never)
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
  const { less, newestFirst } = search;
  let rows = ownRows(reader, search)
    .selectAll()
    .where((eb) =>
      eb.and([
        ...narrowed(search).map((condition) => condition(eb)),
        ...less.map((condition) => eb.not(condition(eb))),
      ]),
    );
  if (window.to < Number.MAX_SAFE_INTEGER) {
    rows = rows.where('seq', '>=', window.from).where('seq', '<=', window.to);
  }
  if (after !== undefined) rows = rows.where('seq', newestFirst ? '<' : '>', after);
  const ordered = rows.orderBy('seq', newestFirst ? 'desc' : 'asc');
  return (await ordered.limit(limit).offset(skip).execute()) as unknown as readonly NumberedRow[];
}
