import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** What costs by the hour, and which hours of it each entry of the ledger charges. */
export async function meters(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    meters: {
      columns: {
        seq: 'seq',
        account: 'text',
        region: 'text',
        zone: 'text',
        resource: 'text',
        line: 'text',
        name: 'text',
        level: 'text?',
        quantity: 'integer',
        began_at: 'integer',
        settled_at: 'integer',
        ends_at: 'integer?',
        hold: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'meters', columns: ['resource'] });
  await createIndex(db, { table: 'meters', columns: ['account', 'settled_at', 'seq'] });
  await addColumns(db, kind, {
    ledger_entries: {
      line: 'text?',
      from_at: 'integer?',
      until_at: 'integer?',
      hour_micro_yuan: 'integer?',
    },
  });
  await createIndex(db, {
    table: 'ledger_entries',
    columns: ['resource', 'line', 'from_at', 'from_book'],
    unique: true,
    given: 'line',
  });
}
