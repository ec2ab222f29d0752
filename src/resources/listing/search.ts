import type { Expression, SqlBool } from 'kysely';
import type { Reader } from '#store/store.ts';
import type { AnyDatabase, Where } from './narrowings.ts';

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

/** What a row has to be, but for what is taken away again. */
export function narrowed({ few, indexed, scanned }: Search): readonly Condition[] {
  return [...few, ...indexed, ...scanned];
}

/** The rows of the account, in the region where there is one. */
export function ownRows({ db }: Reader, { table, account, region }: Search) {
  const own = (db as unknown as AnyDatabase).selectFrom(table).where('account', '=', account);
  return region === null ? own : own.where('region', '=', region);
}
