import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, Kysely, SelectQueryBuilder, SqlBool } from 'kysely';
import { containing, likeText, nothingMatches } from '#store/like.ts';

/** A database whose tables are known by their names alone, since a listing serves any of them. */
export type Tables = Record<string, Record<string, unknown>>;
export type AnyDatabase = Kysely<Tables>;
export type Where = ExpressionBuilder<Tables, string>;
export type Links = SelectQueryBuilder<Tables, string, { link: unknown }>;

/**
 * A table of links: each has the key of what it links in `key`, and its account, region, `number`
 * (the `seq` of its row) and zone. Some index of it has all of these.
 */
export interface LinkTable {
  readonly table: string;
  readonly key: string;
}

/** Links of one account and region that something is true of. */
export interface LinkSource extends LinkTable {
  /** Whether the index leads to the links within a range of numbers. */
  readonly isInOrder: boolean;
  where(eb: Where): Expression<SqlBool>;
}

/**
 * What a narrowing costs. `few`: what a request can name, each of which is looked up. `index`: an
 * index of the table begins with account, region and the column. `scan`: each row of the region is
 * looked at. `less`: takes a few rows away, which an index tells.
 */
export type Price = 'few' | 'index' | 'scan' | 'less';

/** What a value narrows a list to; by `links`, another table tells the numbers. */
export type Narrowing<Value> =
  | {
      readonly by: Price | ((value: Value) => Price);
      /** Whose index it is: conditions on one column are met by one look into it. */
      readonly column?: string;
      condition(eb: Where, value: Value, account: string): Expression<SqlBool>;
      /** The condition for a column that every index of the table has: another index leads. */
      covered?(eb: Where, value: Value): Expression<SqlBool>;
    }
  | {
      readonly by: 'links';
      sources(value: Value, account: string): readonly LinkSource[];
    };

type Values = ReadonlyArray<string | number | null>;

/** One of the values; of none there is nothing. */
export function isOneOf(eb: Where, column: string, values: Values): Expression<SqlBool> {
  const some = values.filter((value) => value !== null);
  const none = some.length < values.length ? [eb(column, 'is', null)] : [];
  if (some.length > 0) none.push(eb(column, 'in', some));
  return none.length === 0 ? nothingMatches() : eb.or(none);
}

/** The column has one of the values; null among them is for none. */
export function within(column: string, by: Price = 'index'): Narrowing<Values> {
  return { by, column, condition: (eb, values) => isOneOf(eb, column, values) };
}

/** As `within`, for a column of texts that stands at the end of every index of the table. */
export function withinCovered(column: string): Narrowing<readonly string[]> {
  return {
    by: 'index',
    column,
    condition: (eb, values) => isOneOf(eb, column, values),
    // The index of this column is no way to find few rows: an expression keeps planners off it.
    covered: (eb, values) =>
      values.length === 0
        ? nothingMatches()
        : eb(eb.fn.coalesce(column, sql.lit('')), 'in', values),
  };
}

/** The column has none of the values, which few rows have. */
export function outside(column: string): Narrowing<Values> {
  return { by: 'less', condition: (eb, values) => isOneOf(eb, column, values) };
}

/** The column is the value. */
export function equal(
  column: string,
  by: 'index' | 'scan' = 'index',
): Narrowing<string | number | boolean> {
  const stored = (value: string | number | boolean) =>
    typeof value === 'boolean' ? Number(value) : value;
  return { by, column, condition: (eb, value) => eb(column, '=', stored(value)) };
}

/** The column is at least, or at most, the value. */
export function bound(column: string, operator: '>=' | '<='): Narrowing<number> {
  return { by: 'index', column, condition: (eb, value) => eb(column, operator, value) };
}

/** Whether the column has a value at all. */
export function given(column: string): Narrowing<boolean> {
  return { by: 'scan', condition: (eb, is) => eb(column, is ? 'is not' : 'is', null) };
}

/** A pattern that is a text alone, or a text and then anything: such a one is found in an index. */
const EXACT = /^(?:[^\\%_]|\\[\\%_])*$/;
const PREFIX = /^(?:[^\\%_]|\\[\\%_])+%$/;

/** Whether an index of the texts serves the patterns, or all texts have to be looked at. */
export function priceOfPatterns(patterns: readonly string[]): Price {
  return patterns.every((one) => EXACT.test(one) || PREFIX.test(one)) ? 'index' : 'scan';
}

/** The text column is like one of the patterns of `containing`. */
export function like(column: string): Narrowing<readonly string[]> {
  return {
    by: priceOfPatterns,
    column,
    condition: (eb, patterns) => isLikeOneOf(eb, column, patterns),
  };
}

/** The text stands somewhere in the column, case and all. */
export function contains(column: string): Narrowing<string> {
  return {
    by: 'scan',
    condition: (eb, text) => isLikeOneOf(eb, column, [containing(text)]),
  };
}

/** One of the texts stands somewhere in the column. */
export function containsOne(column: string): Narrowing<readonly string[]> {
  return {
    by: 'scan',
    condition: (eb, texts) => isLikeOneOf(eb, column, texts.map(containing)),
  };
}

/** The condition of `like`. */
export function isLikeOneOf(
  eb: Where,
  column: string,
  patterns: readonly string[],
): Expression<SqlBool> {
  if (patterns.length === 0) return nothingMatches();
  return eb.or(patterns.map((pattern) => isLike(eb, column, pattern)));
}

function isLike(eb: Where, column: string, pattern: string): Expression<SqlBool> {
  if (EXACT.test(pattern)) return eb(column, '=', pattern.replaceAll(/\\([\\%_])/g, '$1'));
  if (PREFIX.test(pattern)) return startsWith(eb, column, pattern);
  return likeText(textOf(eb, column), pattern);
}

/** A text column of a table that is known by its name alone. */
function textOf(eb: Where, column: string): Expression<string | null> {
  return eb.ref(column) as unknown as Expression<string | null>;
}

/** Both databases compare texts by their bytes, so what begins alike stands together. */
function startsWith(eb: Where, column: string, pattern: string): Expression<SqlBool> {
  const text = pattern.slice(0, -1).replaceAll(/\\([\\%_])/g, '$1');
  const last = text.codePointAt(text.length - 1) ?? 0;
  // Behind the last character there may be none: then LIKE decides.
  if (last >= 0xd7ff) return likeText(textOf(eb, column), pattern);
  const behind = text.slice(0, -1) + String.fromCodePoint(last + 1);
  return eb.and([eb(column, '>=', text), eb(column, '<', behind)]);
}

/** What is linked to one of the values, which the column `to` of the links has. */
export function linked({ to, ...table }: LinkTable & { readonly to: string }): Narrowing<Values> {
  const source = (values: Values): LinkSource => ({
    ...table,
    isInOrder: true,
    where: (eb) => isOneOf(eb, to, values),
  });
  return { by: 'links', sources: (values) => [source(values)] };
}

/** Nothing at all, whatever else is asked for. */
export const nothing: Narrowing<true> = { by: 'index', condition: () => nothingMatches() };
