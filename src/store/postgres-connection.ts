import type { SqlValue } from './statement.ts';

/** What a query answered; `affected` counts the rows it changed. */
export interface PostgresResult {
  readonly rows: unknown[];
  readonly affected: number;
}

/**
 * The least a PostgreSQL driver must do, so that drivers plug in. Integers of all widths and
 * numeric are to be parsed by `wholeNumberParsers`; errors carry the SQLSTATE as `code`.
 */
export interface PostgresConnection {
  /** `kept` statements come again and again: they are worth preparing. */
  query(sql: string, parameters: readonly Bound[], kept?: boolean): Promise<PostgresResult>;
}

/** A value, or an array of them for a column of many rows. */
export type Bound = SqlValue | readonly SqlValue[];

/** A connection for one user at a time; a broken one is not given out again. */
export interface PooledConnection extends PostgresConnection {
  /** Resolves with the reason once it is lost, whatever its user waits for just then. */
  readonly lost: Promise<unknown>;
  release(broken: boolean): void;
}

export interface PostgresPool {
  acquire(): Promise<PooledConnection>;
  close(): Promise<void>;
}

/**
 * Parsers by type (20 = int8, 21 = int2, 23 = int4, 1700 = numeric, which sum() answers).
 * Drivers give int8 as text, or as a rounded number, if left alone.
 */
export const wholeNumberParsers: Readonly<Record<number, (text: string) => number>> = {
  20: wholeNumber,
  21: wholeNumber,
  23: wholeNumber,
  1700: wholeNumber,
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`The database answered ${text}: results are whole numbers up to 2^53.`);
}
