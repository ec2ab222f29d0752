import type { Compilable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What a column holds: text, a whole number (money, time, flags as 0 and 1), or nothing. */
export type SqlValue = string | number | null;

/** The parameters as the builder sees them: of the same types, yet only places for values. */
export type ParametersOf<P> = { readonly [Name in keyof P]-?: P[Name] };

/**
 * A statement compiled once per store and kept, run with values put in its places: for hot paths,
 * where building it anew costs as much as running it.
 */
export interface Statement<P, R> {
  readonly build: (db: Kysely<Schema>, parameters: ParametersOf<P>) => Compilable<R>;
}

/**
 * Declares a statement: `statement<{ key: string }>()((db, p) => db.selectFrom('hosts')
 * .selectAll().where('key', '=', p.key))`. The builder runs rarely and sees places, not values:
 * it must not compute with them or branch on them. A list serves `where('key', 'in', p.keys)`
 * with up to 1,024 items; with none, nothing matches.
 */
export function statement<P>(): <R>(build: Statement<P, R>['build']) => Statement<P, R> {
  return (build) => ({ build });
}
