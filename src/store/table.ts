import type { Generated, Insertable, Selectable } from 'kysely';
import type { Key } from '#kernel/key.ts';
import type { Schema } from './schema.ts';

/** A column as both databases keep it: text or a whole number, with null or without. */
export interface Column<Value = unknown> {
  readonly kind: 'seq' | 'text' | 'integer';
  readonly isNullable: boolean;
  /** The only texts there are, where that is known. */
  readonly values?: readonly string[];
  /** The type of the values; nothing is there at run time. */
  readonly value?: Value;
}

/** The number that the database gives to a new row. */
export const seq: Column<Generated<number>> = { kind: 'seq', isNullable: false };
export const text: Column<string> = { kind: 'text', isNullable: false };
/** The key of a resource of that kind. */
export function keyOf<const Kind extends string>(_kind: Kind): Column<Key<Kind>> {
  return { kind: 'text', isNullable: false };
}

export const integer: Column<number> = { kind: 'integer', isNullable: false };

/** A yes or no as both databases keep it. */
export type Flag = 0 | 1;
export const flag: Column<Flag> = { kind: 'integer', isNullable: false };

/** One of these texts. */
export function oneOf<const Value extends string>(...values: readonly Value[]): Column<Value> {
  return { kind: 'text', isNullable: false, values };
}

/** The same column where it may be null. */
export function nullable<Value>({ value: _type, ...column }: Column<Value>): Column<Value | null> {
  return { ...column, isNullable: true };
}

type Columns = Readonly<Record<string, Column>>;

/** A table: its columns, and by which of them a row is told from the others. */
export interface Table<C extends Columns = Columns> {
  readonly columns: C;
  readonly primary: readonly string[];
}

/** Declares a table; its primary key is `seq`, where nothing else is said. */
export function table<const C extends Columns>(
  columns: C,
  ...[primary]: 'seq' extends keyof C ? [primary?: PrimaryOf<C>] : [primary: PrimaryOf<C>]
): Table<C> {
  return { columns, primary: primary ?? ['seq'] };
}

type PrimaryOf<C> = ReadonlyArray<keyof C & string>;

/** What Kysely is told of a table. */
export type ColumnsOf<T extends Table> = {
  -readonly [Name in keyof T['columns']]: ValueOf<T['columns'][Name]>;
};

type ValueOf<C> = C extends Column<infer Value> ? Value : never;

/** A row as it is read. */
export type RowOf<T extends Table> = Selectable<ColumnsOf<T>>;

/** A row as it is inserted. */
export type NewRowOf<T extends Table> = Insertable<ColumnsOf<T>>;

/** Every table of the schema, by its name in the database. */
export type Tables = Readonly<Record<keyof Schema, Table>>;
