import { isStorableText } from '#kernel/text.ts';
import { PostgresQueryCompiler, SqliteQueryCompiler, ValueNode } from 'kysely';
import type { CompiledQuery, Kysely, LimitNode } from 'kysely';
import { kyselyOver } from './dialect.ts';
import type { Kind } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { ParametersOf, SqlValue, Statement } from './statement.ts';

/** How many items a list parameter may have: one prepared statement per power of two up to it. */
export const listItemsMax = 1024;

/** A statement as SQL, and the values that some parameters put into its places. */
export interface Compiled {
  readonly sql: string;
  /** True when it only reads. */
  readonly selects: boolean;
  /** @throws RangeError or TypeError for what no column can hold. */
  values(parameters: object): SqlValue[];
}

/** Compiles the statements of one store, each once. */
export interface StatementCompiler {
  compile<P, R>(statement: Statement<P, R>, parameters: P): Compiled;
}

/** Stands for a value while a statement is built. */
class Place {
  readonly name: string;
  readonly index: number | undefined;

  constructor(name: string, index?: number) {
    this.name = name;
    this.index = index;
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError(
      `A statement's builder sees places, not values: it cannot compute with "${this.name}".`,
    );
  }
}

/**
 * Constants of a statement are written into its SQL: only so can a planner match them against
 * the condition of a partial index. They come from our code alone; what a request sends is a
 * parameter.
 */
class SqlitePlaceCompiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Place) super.appendValue(value);
    else this.appendImmediateValue(value);
  }

  /**
   * SQLite's planner looks at the number bound to a bare `limit ?`, and so it compiles the
   * statement anew for every run. It does not look into an expression.
   */
  protected override visitLimit(node: LimitNode): void {
    super.visitLimit(node);
    const { limit } = node;
    if (ValueNode.is(limit) && limit.value instanceof Place) this.append(' + 0');
  }
}

class PostgresPlaceCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Place) super.appendValue(value);
    else this.appendImmediateValue(value);
  }
}

interface Variants {
  readonly names: readonly string[];
  readonly lists: readonly string[];
  readonly byLengths: Map<number, Compiled>;
}

/** The compiler for one kind of database. */
export function statementCompiler(kind: Kind): StatementCompiler {
  const compiler = kind === 'sqlite' ? new SqlitePlaceCompiler() : new PostgresPlaceCompiler();
  const refuse = () => Promise.reject(new Error('A statement runs through all, first or run.'));
  const db = kyselyOver(kind, refuse, compiler);
  const kept = new WeakMap<object, Variants>();
  return {
    compile<P, R>(statement: Statement<P, R>, parameters: P): Compiled {
      const given = parameters as Readonly<Record<string, unknown>>;
      let variants = kept.get(statement);
      if (variants === undefined) {
        variants = variantsOf(given);
        kept.set(statement, variants);
      }
      const lengths = lengthsOf(variants.lists, given);
      let compiled = variants.byLengths.get(lengths);
      if (compiled === undefined) {
        compiled = build(db, statement, { names: variants.names, given });
        variants.byLengths.set(lengths, compiled);
      }
      return compiled;
    },
  };
}

function variantsOf(given: Readonly<Record<string, unknown>>): Variants {
  const names = Object.keys(given);
  const lists = names.filter((name) => Array.isArray(given[name]));
  return { names, lists, byLengths: new Map() };
}

/** The lengths of all lists as one number. */
function lengthsOf(lists: readonly string[], given: Readonly<Record<string, unknown>>): number {
  let lengths = 0;
  for (const name of lists) lengths = lengths * (listItemsMax + 1) + bucket(name, given[name]);
  return lengths;
}

/** The length a list is compiled for: a power of two; the last item is repeated to fill it. */
function bucket(name: string, list: unknown): number {
  if (!Array.isArray(list)) throw new TypeError(`"${name}" was a list before and is not one now.`);
  if (list.length > listItemsMax) {
    throw new RangeError(
      `"${name}" has ${list.length} items, a statement takes ${listItemsMax}: ask in parts.`,
    );
  }
  // Most lists have one item, and a logarithm costs more than all of the rest.
  return list.length < 2 ? list.length : 2 ** (32 - Math.clz32(list.length - 1));
}

function build<P, R>(
  db: Kysely<Schema>,
  statement: Statement<P, R>,
  use: { readonly names: readonly string[]; readonly given: Readonly<Record<string, unknown>> },
): Compiled {
  const places: Record<string, Place | readonly Place[]> = {};
  for (const name of use.names) {
    const given = use.given[name];
    places[name] = Array.isArray(given)
      ? Array.from({ length: bucket(name, given) }, (_, index) => new Place(name, index))
      : new Place(name);
  }
  // A place is put where a value of the parameter's type may stand; Kysely hands it through.
  const query = statement.build(db, places as unknown as ParametersOf<P>).compile();
  const slots = query.parameters as readonly Place[];
  const names = new Set(use.names);
  return {
    sql: query.sql,
    selects: query.query.kind === 'SelectQueryNode',
    values: (parameters) => fill(slots, names, parameters),
  };
}

function fill(slots: readonly Place[], names: ReadonlySet<string>, parameters: object): SqlValue[] {
  const given = parameters as Readonly<Record<string, unknown>>;
  for (const name in given) if (!names.has(name)) throw unknownParameter(name);
  const values: SqlValue[] = [];
  for (const { name, index } of slots) {
    const value = given[name];
    if (index === undefined) values.push(sqlValue(value, name));
    else {
      const list = value as readonly unknown[];
      values.push(sqlValue(list[Math.min(index, list.length - 1)], name));
    }
  }
  return values;
}

function unknownParameter(name: string): TypeError {
  return new TypeError(`"${name}" was not among the parameters that the statement was built for.`);
}

/** The values of a query that was put together at run time. @throws as sqlValue does. */
export function boundValues(query: CompiledQuery): SqlValue[] {
  return query.parameters.map((value, at) => sqlValue(value, `value ${at + 1}`));
}

/** The value itself when a column can hold it, on every kind of database alike. */
export function sqlValue(value: unknown, name: string): SqlValue {
  if (value === null) return value;
  if (typeof value === 'string') {
    if (isStorableText(value)) return value;
    throw new TypeError(`"${name}" has a character that PostgreSQL's text cannot hold.`);
  }
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return value;
    throw new RangeError(`"${name}" is ${value}: columns hold whole numbers up to 2^53.`);
  }
  throw new TypeError(`"${name}" is of type ${typeof value}: columns hold text and whole numbers.`);
}
