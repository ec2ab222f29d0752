import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** What happens to the hosts of instances. */
export async function systemEvents(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    system_events: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        instance: 'text',
        disk: 'text?',
        host: 'text?',
        subject: 'text?',
        cause: 'text',
        remedy: 'text',
        state: 'text',
        simulated: 'integer',
        resumes: 'integer',
        published_at: 'integer',
        not_before: 'integer',
        authorised_at: 'integer?',
        authorised_by: 'text?',
        finished_at: 'integer?',
      },
    },
  });
  await createIndex(db, { table: 'system_events', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'system_events', columns: ['instance', 'state'] });
  await createIndex(db, { table: 'system_events', columns: ['finished_at'] });
}
