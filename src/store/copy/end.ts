import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** A row as a copy carries it: text, whole numbers and nothing else. */
export type CopiedRow = Readonly<Record<string, string | number | null>>;

/**
 * A database at one end of a copy, in the one transaction that the copy is there. Who opened it
 * has it alone: no server runs on it, and none starts before it is closed.
 */
export interface CopyEnd {
  /** What a message calls it; no password is in it. */
  readonly name: string;
  readonly db: Kysely<Schema>;
  /** Whether there was a cloud when it was opened; today's tables are there in either case. */
  readonly hadSchema: boolean;
  /**
   * Writes down, to stay, that a copy has begun: no server takes the place for an empty one before
   * `commit`. What was not committed yet is undone.
   */
  begin(): Promise<void>;
  /** Inserts rows with the numbers they have. */
  insert(table: keyof Schema, rows: readonly CopiedRow[]): Promise<void>;
  /** The highest number that was ever given to a row of a table numbered by `seq`; 0 for none. */
  lastNumber(table: keyof Schema): Promise<number>;
  /** Has the next row numbered above that. */
  continueAbove(table: keyof Schema, number: number): Promise<void>;
  /** Keeps what was written. Without it, closing leaves the database as it was. */
  commit(): Promise<void>;
  close(): Promise<void>;
}
