import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Rates that processes share. One that has its store to itself keeps them in memory. */
export async function buckets(db: AnyDatabase, kind: Kind): Promise<void> {
  if (kind === 'sqlite') return;
  await createTable(db, kind, {
    buckets: { columns: { name: 'key', remaining: 'integer', filled_at: 'integer' } },
  });
}
