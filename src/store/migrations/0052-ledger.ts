import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** What accounts have and have paid, and each time that money moved. */
export async function ledger(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    ledger_accounts: {
      columns: {
        account: 'key',
        funding: 'integer',
        balance: 'integer',
        vouchers: 'integer',
        frozen: 'integer',
        revenue: 'integer',
        refunds: 'integer',
      },
    },
    ledger_entries: {
      columns: {
        seq: 'seq',
        account: 'text',
        at: 'integer',
        purpose: 'text',
        from_book: 'text',
        to_book: 'text',
        micro_yuan: 'integer',
        order_key: 'text?',
        resource: 'text?',
      },
    },
  });
  await createIndex(db, { table: 'ledger_entries', columns: ['account', 'seq'] });
  await createIndex(db, { table: 'ledger_entries', columns: ['order_key'] });
}
