import type { Fault } from '#kernel/fault.ts';
import type { Schema } from '#store/schema.ts';
import type { Table } from '#store/table.ts';

/**
 * What the rest of the program has to know of a noun. Whatever treats all nouns alike (the schema,
 * emptying and copying a cloud, tags, quotas, ids in refusals, audits) folds over `nouns.ts`, so
 * that a new noun is one more line there.
 */
export interface Noun {
  /** As in the reasons of its faults, its ids and its tags: `security-group`. */
  readonly name: string;
  /** Its tables, by their names in the database. */
  readonly tables?: { readonly [T in keyof Schema]?: Table };
  /** Whether its rows outlive the emptying of a cloud. */
  readonly onReset?: 'stays' | 'goes';
  readonly faults?: { readonly [name: string]: { (): Fault; readonly reason: string } };
  /** Vendors have ids for it: a detail of a fault that is named like it holds its key. */
  readonly hasIds?: true;
  /** The table whose rows may have tags, under their `key`. */
  readonly tagged?: keyof Schema;
  /** The state in which a row of that table is shown and holds nothing, no tags either. */
  readonly emptyState?: string;
  /** How many an account may have where nothing else is configured, by the name of the limit. */
  readonly limits?: { readonly [name: string]: number };
  /** What an account's own limit may be narrowed to, as the limit is counted; else nothing. */
  readonly limitsBy?: { readonly [name: string]: readonly LimitBy[] };
  /** The rows of this table are counted, for each account and region, in that scope. */
  readonly counted?: { readonly table: keyof Schema; readonly scope: string };
}

/** A limit may hold for one region, one zone, or one charge type. */
export type LimitBy = 'region' | 'zone' | 'charge-type';

/** Declares a noun. One with tables says what becomes of them. */
export function noun<const N extends Noun>(
  declared: N & (N extends { tables: object } ? { readonly onReset: 'stays' | 'goes' } : object),
): N {
  return declared;
}
