import type { Insertable, Kysely } from 'kysely';
import type { News } from './news.ts';
import type { NonceBook } from './nonces.ts';
import type { RateBook } from './rates.ts';
import type { Schema } from './schema.ts';
import type { Statement } from './statement.ts';

/** What can be asked of one consistent state of the store. */
export interface Reader {
  /** Kysely bound to this connection, for cold paths and filters put together at run time. */
  readonly db: Kysely<Schema>;
  /** Every row of the answer, in its order. */
  all<P, R>(statement: Statement<P, R>, parameters: P): Promise<R[]>;
  /** The first row of the answer. */
  first<P, R>(statement: Statement<P, R>, parameters: P): Promise<R | undefined>;
  /**
   * Lets other requests through in the middle of a long look. On SQLite, where all share one
   * connection, what is read afterwards may be of a later state; a write never pauses.
   */
  pause(): Promise<void>;
}

/** Rows to insert into a table, in its own column names. */
export type NewRows<T extends keyof Schema> = ReadonlyArray<Insertable<Schema[T]>>;

/** A transaction: everything in it is kept, or nothing. */
export interface Tx extends Reader {
  /** Runs an insert, update or delete; answers how many rows it touched. */
  run<P>(statement: Statement<P, unknown>, parameters: P): Promise<number>;
  /** Inserts any number of rows; columns that a row leaves out are null (or generated). */
  insert<T extends keyof Schema>(table: T, rows: NewRows<T>): Promise<void>;
  /** Runs once after the commit that made this write durable; never when it is rolled back. */
  afterCommit(run: () => void): void;
}

/**
 * Where everything that must survive lives. Each kind (SQLite, PostgreSQL) passes `storeCases`.
 */
export interface Store {
  /** Runs `work` on one consistent snapshot of durable rows. `work` awaits nothing else (D2). */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs `work` as one transaction and resolves when it is durable. `work` may run more than once
   * and awaits nothing but `tx` (D2). What it throws rolls it back and is thrown here; a
   * `Rollback` is rolled back and resolved to its value.
   * @throws StoreUnavailable when the store could not keep it: nothing is stored, try again.
   * @throws OutcomeUnknown when the store went away during the commit: it may have been kept.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Nonces seen (D18): they survive a killed process, not necessarily a power cut. */
  readonly nonces: NonceBook;
  /** Request rates, where several processes share the store; else each counts its own. */
  readonly rates?: RateBook;
  /** Word to the other processes that share it, and from them. */
  readonly news: News;
  /** Has what the planner knows of the tables brought up to date; costs milliseconds. */
  maintain(): Promise<void>;
  /** Resolves when the store answers. */
  ping(): Promise<void>;
  /** Finishes the writes under way and lets everything go; later calls are refused. */
  close(): Promise<void>;
}

/** Thrown by a write's work to undo it and still hand out a value (DryRun, D17). */
export class Rollback<T> extends Error {
  readonly value: T;

  constructor(value: T) {
    super('This write undoes itself; store.write resolves to the value it carries.');
    this.name = 'Rollback';
    this.value = value;
  }
}
