import type { AliasableExpression } from 'kysely';
import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import type { Where } from './narrowings.ts';
import { matchingRows, ownRows } from './search.ts';
import type { Found, NumberedRow, Search } from './search.ts';

/** What rows are ordered by, other than by their numbers: a whole number, or null. */
export type SortedBy = (eb: Where) => AliasableExpression<unknown>;

export interface SortedPage {
  readonly sortedBy: SortedBy;
  readonly page: Extract<Page, { readonly offset: number }>;
}

/** How many rows one look reads, and then lets others through. */
const ROWS_PER_LOOK = 8_192;

interface Placed {
  readonly seq: number;
  readonly value: number | null;
}

/**
 * A page of rows in the order of a value, which no index has: it is read of all that match. Those
 * without one come last, whichever way the others are ordered.
 */
export async function sortedRows(
  reader: Reader,
  search: Search,
  { sortedBy, page }: SortedPage,
): Promise<Found<NumberedRow>> {
  const placed: Placed[] = [];
  for (let more = true, after = 0; more;) {
    const rows = await matchingRows(reader, search)
      .select((eb) => ['seq', sortedBy(eb).as('value')])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(ROWS_PER_LOOK)
      .execute();
    placed.push(...(rows as unknown as readonly Placed[]));
    after = placed.at(-1)?.seq ?? 0;
    more = rows.length === ROWS_PER_LOOK;
    if (more) await reader.pause();
  }
  const direction = search.newestFirst ? -1 : 1;
  const ordered = placed.toSorted((a, b) => {
    if (a.value === b.value) return direction * (a.seq - b.seq);
    if (a.value === null || b.value === null) return a.value === null ? 1 : -1;
    return direction * (a.value - b.value);
  });
  const wanted = ordered.slice(page.offset, page.offset + page.limit + 1).map(({ seq }) => seq);
  if (wanted.length === 0) return { total: ordered.length, rows: [] };
  const rows = await ownRows(reader, search).selectAll().where('seq', 'in', wanted).execute();
  const places = new Map(wanted.map((seq, place) => [seq, place] as const));
  const found = rows as unknown as readonly NumberedRow[];
  const place = ({ seq }: NumberedRow) => places.get(seq) ?? 0;
  return { total: ordered.length, rows: found.toSorted((a, b) => place(a) - place(b)) };
}
