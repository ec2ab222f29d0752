import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** What operators have said of accounts. */
export async function accountFlags(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    account_flags: {
      columns: { account: 'text', name: 'text' },
      primary: ['account', 'name'],
    },
  });
}
