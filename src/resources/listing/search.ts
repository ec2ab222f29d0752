import { sql } from 'kysely';
import type { Expression, SelectQueryBuilder, SqlBool } from 'kysely';
import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import type { AnyDatabase, LinkSource, Tables, Where } from './narrowings.ts';

/** A condition on the rows of one account in one region. */
export type Condition = (eb: Where) => Expression<SqlBool>;

/** What an index finds: by a condition on the rows, or as links to them. */
export interface Index {
  readonly condition: Condition;
  readonly links?: LinkSource;
}

/** What is looked for, and at what price. */
export interface Search {
  readonly table: string;
  readonly account: string;
  /** Null: in every region. */
  readonly region: string | null;
  readonly few: readonly Condition[];
  /** One for each column that has an index, and for each table of links. */
  readonly indexed: readonly Index[];
  /** On columns that all indexes have, those of links too. */
  readonly covered: readonly Condition[];
  readonly scanned: readonly Condition[];
  /** Rows that are taken away again. */
  readonly less: readonly Condition[];
  readonly newestFirst: boolean;
}

export interface Found<Row> {
  readonly total: number;
  /** One more than the page's limit, where more follow. */
  readonly rows: readonly Row[];
}

export interface NumberedRow {
  readonly seq: number;
}

/** Rows numbered from `from` up to `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const everywhere: Range = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** The rows of the account, in the region where there is one. */
export function ownRows({ db }: Reader, { table, account, region }: Search) {
  const own = (db as unknown as AnyDatabase).selectFrom(table).where('account', '=', account);
  return region === null ? own : own.where('region', '=', region);
}

/** The rows that match, within a range of their numbers. */
export function matchingRows(reader: Reader, search: Search, range: Range = everywhere) {
  const { few, indexed, covered, scanned, less } = search;
  const found = indexed.map((index) => conditionOf(reader, search, { index, range }));
  const rows = withinRange(ownRows(reader, search), range).where((eb) =>
    eb.and([...few, ...found, ...covered, ...scanned].map((condition) => condition(eb))),
  );
  if (less.length === 0) return rows;
  return rows.where('seq', 'not in', takenAway(reader, search, range));
}

/** By their numbers: an index tells these, and no row is looked at for it. */
export function takenAway(reader: Reader, search: Search, range: Range = everywhere) {
  const rows = withinRange(ownRows(reader, search).select('seq'), range);
  return rows.where((eb) => eb.or(search.less.map((condition) => condition(eb))));
}

/** Whether a row is one of those that an index finds. */
function conditionOf(
  reader: Reader,
  search: Search,
  { index, range }: { readonly index: Index; readonly range: Range },
): Condition {
  const { condition, links } = index;
  if (links === undefined) return condition;
  // In a range, its links are read once; of a few rows, each is looked up by its key.
  if (links.isInOrder && isBounded(range)) {
    const numbers = withinRange(linkRows(reader, search, links), range, 'number');
    return (eb) => eb('seq', 'in', numbers.select('number'));
  }
  const { table, key } = links;
  const rows = linkRows(reader, search, links).select(key);
  return (eb) => eb.exists(rows.whereRef(`${table}.${key}`, '=', eb.ref(`${search.table}.key`)));
}

function linkRows(reader: Reader, search: Search, { table, where }: LinkSource) {
  return ownRows(reader, { ...search, table }).where((eb) => where(eb));
}

/** The numbers that an index tells, in no order; links may tell one more than once. */
export function narrowedBy(reader: Reader, search: Search, { condition, links }: Index) {
  const covered = (eb: Where) => eb.and(search.covered.map((one) => one(eb)));
  if (links === undefined) {
    const rows = ownRows(reader, search).where((eb) => eb.and([condition(eb), covered(eb)]));
    return rows.select('seq');
  }
  return linkRows(reader, search, links).where(covered).select('number as seq');
}

function isBounded({ to }: Range): boolean {
  return to < Number.MAX_SAFE_INTEGER;
}

function withinRange<Rows extends { where(...condition: [string, '>=' | '<=', number]): Rows }>(
  rows: Rows,
  range: Range,
  column = 'seq',
): Rows {
  if (!isBounded(range)) return rows;
  return rows.where(column, '>=', range.from).where(column, '<=', range.to);
}

/**
 * The numbers of all these rows, in no order: asked for the first of them in order, a planner may
 * look at every row in that order instead of at the few that an index finds. They come as one text,
 * which takes a third of the time that a row for each takes.
 */
export async function numbersOf(
  { db }: Reader,
  rows: SelectQueryBuilder<Tables, string, { seq: unknown }>,
): Promise<readonly number[]> {
  const { numbers } = await (db as unknown as AnyDatabase)
    .selectFrom(rows.as('found'))
    .select(sql<string | null>`string_agg(cast(seq as text), ',')`.as('numbers'))
    .executeTakeFirstOrThrow();
  return JSON.parse(`[${numbers ?? ''}]`) as readonly number[];
}

/** A page of the rows of these numbers. */
export async function pageOfNumbers(
  reader: Reader,
  search: Search,
  { numbers, page }: { readonly numbers: readonly number[]; readonly page: Page },
): Promise<Found<NumberedRow>> {
  const { newestFirst } = search;
  const ordered = numbers.toSorted((a, b) => (newestFirst ? b - a : a - b));
  const wanted = wantedOf(ordered, page, newestFirst);
  return { total: ordered.length, rows: await rowsOf(reader, search, wanted) };
}

function wantedOf(ordered: readonly number[], page: Page, newestFirst: boolean): readonly number[] {
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
