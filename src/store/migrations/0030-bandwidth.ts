import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Periods of bandwidth that are paid in advance. */
export async function bandwidth(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    bandwidth_periods: {
      columns: {
        instance: 'text',
        number: 'integer',
        begins_at: 'integer',
        ends_at: 'integer?',
        mbps: 'integer',
      },
      primary: ['instance', 'number'],
    },
  });
}
