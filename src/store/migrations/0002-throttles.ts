import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Where several processes count the same requests; on SQLite there is but one, which counts. */
export async function throttles(db: AnyDatabase, kind: Kind): Promise<void> {
  if (kind === 'sqlite') return;
  await createTable(db, kind, {
    throttles: { columns: { id: 'key', thousandths: 'integer', filled_at: 'integer' } },
  });
  await createIndex(db, { table: 'throttles', columns: ['filled_at'] });
}
