import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Addresses of consoles that may be used once. */
export async function consoleSessions(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    console_sessions: {
      columns: {
        seq: 'seq',
        token: 'text unique',
        instance: 'text',
        asks_password: 'integer',
        expires_at: 'integer',
        used_at: 'integer?',
      },
    },
  });
  await createIndex(db, { table: 'console_sessions', columns: ['instance', 'used_at'] });
  await createIndex(db, { table: 'console_sessions', columns: ['expires_at'] });
}
