import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Accounts whose balance is below nothing. */
export async function arrears(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, { arrears: { columns: { account: 'key', since: 'integer' } } });
}
