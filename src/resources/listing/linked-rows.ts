import type { Expression, SqlBool } from 'kysely';
import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { narrowed, ownRows } from './search.ts';
import type { Found, Search } from './search.ts';
import type { AnyDatabase, LinkSource, Where } from './narrowings.ts';

/** How many links a look follows before it lets others through. */
const LINKS_PER_LOOK = 4_096;

interface NumberedRow {
  readonly seq: number;
}

/**
 * A page of what is linked to something: the keys come from the links, by their index, and are
 * narrowed further one part of them at a time. The first source leads, the others only narrow.
 */
export async function linkedRows(
  reader: Reader,
  search: Search,
  { sources, page }: { readonly sources: readonly LinkSource[]; readonly page: Page },
): Promise<Found<NumberedRow>> {
  const [leading, ...others] = sources;
  if (leading === undefined) return { total: 0, rows: [] };
  const matching: number[] = [];
  for (let after = ''; ;) {
    const last = await endOfLook(reader, leading, after);
    const part = { after, last };
    matching.push(...(await numbersOf(reader, search, { leading, others, part })));
    if (last === undefined) break;
    after = last;
    await reader.pause();
  }
  const { newestFirst } = search;
  const ordered = matching.toSorted((a, b) => (newestFirst ? b - a : a - b));
  const wanted = pageOf(ordered, page, newestFirst);
  return { total: ordered.length, rows: await rowsOf(reader, search, wanted) };
}

interface Part {
  readonly after: string;
  readonly last: string | undefined;
}

/** The key up to which the next look goes; undefined where it is the last one. */
async function endOfLook(
  { db }: Reader,
  { table, column, where }: LinkSource,
  after: string,
): Promise<string | undefined> {
  const end = await (db as unknown as AnyDatabase)
    .selectFrom(table)
    .select(column)
    .where((eb) => where(eb))
    .where(column, '>', after)
    .orderBy(column)
    .limit(1)
    .offset(LINKS_PER_LOOK - 1)
    .executeTakeFirst();
  return end?.[column] as string | undefined;
}

async function numbersOf(
  reader: Reader,
  search: Search,
  {
    leading,
    others,
    part: { after, last },
  }: { readonly leading: LinkSource; readonly others: readonly LinkSource[]; readonly part: Part },
): Promise<readonly number[]> {
  const { less } = search;
  const among = (eb: Where, { table, column, where }: LinkSource): Expression<SqlBool> =>
    eb(
      'key',
      'in',
      eb
        .selectFrom(table)
        .select(column)
        .where((inner) => where(inner)),
    );
  const { column } = leading;
  const inPart: LinkSource = {
    ...leading,
    where: (eb) =>
      eb.and([
        leading.where(eb),
        eb(column, '>', after),
        ...(last === undefined ? [] : [eb(column, '<=', last)]),
      ]),
  };
  const rows = await ownRows(reader, search)
    .select('seq')
    .where((eb) =>
      eb.and([
        among(eb, inPart),
        ...others.map((source) => among(eb, source)),
        ...narrowed(search).map((condition) => condition(eb)),
        ...less.map((condition) => eb.not(condition(eb))),
      ]),
    )
    .execute();
  return rows.map((row) => Number(row['seq']));
}

function pageOf(ordered: readonly number[], page: Page, newestFirst: boolean): readonly number[] {
  if ('offset' in page) return ordered.slice(page.offset, page.offset + page.limit + 1);
  const { after, beyond = 0 } = page;
  const behind =
    after === undefined
      ? ordered
      : ordered.filter((number) => (newestFirst ? number < after : number > after));
  return behind.slice(beyond, beyond + page.limit + 1);
}

async function rowsOf(
  reader: Reader,
  search: Search,
  numbers: readonly number[],
): Promise<readonly NumberedRow[]> {
  if (numbers.length === 0) return [];
  const rows = await ownRows(reader, search)
    .selectAll()
    .where('seq', 'in', numbers)
    .orderBy('seq', search.newestFirst ? 'desc' : 'asc')
    .execute();
  return rows as unknown as readonly NumberedRow[];
}
