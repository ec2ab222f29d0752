import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import type { Narrowing } from './narrowings.ts';
import type { Condition, Found, Index, Search } from './search.ts';
import { sortedRows, type SortedPage } from './sorted-rows.ts';
import { windowedRows } from './windowed-rows.ts';

/** A part of a list, and in which order. */
export interface ListRequest<Query> {
  readonly query: Query;
  readonly page: Page;
  readonly newestFirst: boolean;
  /** How many match, where a counter says it. */
  readonly total?: number;
}

export interface Listing<Query, Row> {
  /**
   * A page of the rows that match, with how many there are on all pages. The cost follows what
   * matches (D6); what costs more than a few milliseconds lets other requests through.
   */
  list(
    reader: Reader,
    owner: { readonly account: string; readonly region: string | null },
    request: ListRequest<Query>,
  ): Promise<Found<Row>>;
  /** The same in another order, for which all that match are looked at. */
  sorted(
    reader: Reader,
    owner: { readonly account: string; readonly region: string | null },
    request: Omit<ListRequest<Query>, 'page' | 'total'> & SortedPage,
  ): Promise<Found<Row>>;
}

type Narrowings<Query> = {
  readonly [Name in keyof Query]-?: Narrowing<NonNullable<Query[Name]>>;
};

/** Declares how a table is listed: how each value that a query may have narrows it. */
export function listing<Query extends object, Row extends { readonly seq: number }>(
  table: string,
  narrowings: Narrowings<Query>,
): Listing<Query, Row> {
  return {
    async list(reader, { account, region }, { query, page, newestFirst, total }) {
      const conditions = conditionsOf(narrowings, query, account);
      const search: Search = { table, account, region, ...conditions, newestFirst };
      const found = await windowedRows(reader, search, { page, total });
      return found as unknown as Found<Row>;
    },
    async sorted(reader, { account, region }, { query, newestFirst, ...sorting }) {
      const conditions = conditionsOf(narrowings, query, account);
      const search: Search = { table, account, region, ...conditions, newestFirst };
      return (await sortedRows(reader, search, sorting)) as unknown as Found<Row>;
    },
  };
}

function conditionsOf<Query extends object>(
  narrowings: Narrowings<Query>,
  query: Query,
  account: string,
) {
  const conditions: Readonly<Record<'few' | 'scan' | 'less', Condition[]>> = {
    few: [],
    scan: [],
    less: [],
  };
  const byColumn = new Map<string, Condition[]>();
  const links: Index[] = [];
  let coverable: { readonly column: string; readonly covered: Condition } | undefined;
  for (const [name, narrowing] of Object.entries(narrowings)) {
    const value: unknown = query[name as keyof Query];
    if (value === undefined) continue;
    const narrow = narrowing as Narrowing<unknown>;
    if (narrow.by === 'links') {
      const found = narrow.sources(value, account);
      links.push(...found.map((source) => ({ condition: source.where, links: source })));
      continue;
    }
    const price = typeof narrow.by === 'function' ? narrow.by(value) : narrow.by;
    const condition: Condition = (eb) => narrow.condition(eb, value, account);
    if (price !== 'index') {
      conditions[price].push(condition);
      continue;
    }
    const { column = name, covered } = narrow;
    byColumn.set(column, [...(byColumn.get(column) ?? []), condition]);
    if (covered !== undefined) coverable = { column, covered: (eb) => covered(eb, value) };
  }
  const { few, scan: scanned, less } = conditions;
  const covered: Condition[] = [];
  if (coverable !== undefined && byColumn.size + links.length > 1) {
    byColumn.delete(coverable.column);
    covered.push(coverable.covered);
  }
  const columns = [...byColumn.values()].map((those): Index => ({
    condition: (eb) => eb.and(those.map((condition) => condition(eb))),
  }));
  return { few, indexed: [...columns, ...links], covered, scanned, less };
}
