import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** What each order was for, and for which time: what is left of it can be given back. */
export async function orderLines(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    order_lines: {
      columns: {
        seq: 'seq',
        account: 'text',
        order_key: 'text',
        resource: 'text',
        paid_micro_yuan: 'integer',
        cash_micro_yuan: 'integer',
        begins_at: 'integer?',
        ends_at: 'integer?',
        region: 'text?',
        parts: 'text?',
        returned: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'order_lines', columns: ['resource', 'seq'] });
  await createIndex(db, { table: 'order_lines', columns: ['order_key', 'seq'] });
  await createIndex(db, { table: 'orders', columns: ['account', 'kind', 'seq'] });
}
