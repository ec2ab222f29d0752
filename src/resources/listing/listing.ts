import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { linkedRows } from './linked-rows.ts';
import type { LinkSource, Narrowing, Price } from './narrowings.ts';
import type { Condition, Found, Search } from './search.ts';
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
      const { sources, ...conditions } = conditionsOf(narrowings, query, account);
      const search: Search = { table, account, region, ...conditions, newestFirst };
      const found =
        sources.length === 0
          ? await windowedRows(reader, search, { page, total })
          : await linkedRows(reader, search, { sources, page });
      return found as unknown as Found<Row>;
    },
  };
}

function conditionsOf<Query extends object>(
  narrowings: Narrowings<Query>,
  query: Query,
  account: string,
) {
  const conditions: Readonly<Record<Price, Condition[]>> = {
    few: [],
    index: [],
    scan: [],
    less: [],
  };
  const sources: LinkSource[] = [];
  for (const [name, narrowing] of Object.entries(narrowings)) {
    const value: unknown = query[name as keyof Query];
    if (value === undefined) continue;
    const narrow = narrowing as Narrowing<unknown>;
    if (narrow.by === 'links') {
      sources.push(...narrow.sources(value, account));
      continue;
    }
    const price = typeof narrow.by === 'function' ? narrow.by(value) : narrow.by;
    conditions[price].push((eb) => narrow.condition(eb, value));
  }
  const { few, index: indexed, scan: scanned, less } = conditions;
  return { few, indexed, scanned, less, sources };
}
