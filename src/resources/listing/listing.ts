import type { Expression, SqlBool } from 'kysely';
import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { linkedRows } from './linked-rows.ts';
import type { AnyDatabase, LinkSource, Narrowing, Price, Where } from './narrowings.ts';
import { windowedRows } from './windowed-rows.ts';

/** A condition on the rows of one account in one region. */
export type Condition = (eb: Where) => Expression<SqlBool>;

/** What is looked for, and at what price. */
export interface Search {
  readonly table: string;
  readonly account: string;
  /** Null: in every region. */
  readonly region: string | null;
  readonly few: readonly Condition[];
  readonly indexed: readonly Condition[];
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

/** A part of a list, and in which order. */
export interface Asked<Query> {
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
    asked: Asked<Query>,
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

/** What a row has to be, but for what is taken away again. */
export function narrowed({ few, indexed, scanned }: Search): readonly Condition[] {
  return [...few, ...indexed, ...scanned];
}

/** The rows of the account, in the region where there is one. */
export function ownRows({ db }: Reader, { table, account, region }: Search) {
  const own = (db as unknown as AnyDatabase).selectFrom(table).where('account', '=', account);
  return region === null ? own : own.where('region', '=', region);
}
