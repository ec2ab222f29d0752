import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Commands for guests, their invocations, and how each goes in each guest. */
export async function commands(db: AnyDatabase, kind: Kind): Promise<void> {
  const asked = {
    name: 'text',
    description: 'text',
    language: 'text',
    content: 'text',
    directory: 'text',
    timeout_seconds: 'integer',
  } as const;
  const owned = { seq: 'seq', key: 'text unique', account: 'text' } as const;
  await createTable(db, kind, {
    commands: {
      columns: {
        ...owned,
        region: 'text',
        vendor: 'text',
        ...asked,
        has_parameters: 'integer',
        parameters: 'text',
        user_name: 'text',
        is_kept: 'integer',
        invoked: 'integer',
        created_at: 'integer',
        updated_at: 'integer',
      },
    },
    invocations: {
      columns: {
        ...owned,
        region: 'text',
        vendor: 'text',
        command: 'text?',
        file: 'text?',
        ...asked,
        user_name: 'text',
        parameters: 'text',
        created_at: 'integer',
      },
    },
    invocation_tasks: {
      columns: {
        ...owned,
        invocation: 'text',
        instance: 'text',
        state: 'text',
        problem: 'text?',
        exit_code: 'integer?',
        output: 'text',
        dropped: 'integer',
        created_at: 'integer',
        started_at: 'integer?',
        finished_at: 'integer?',
        updated_at: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'commands', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'invocations', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'invocations', columns: ['created_at'] });
  await createIndex(db, { table: 'invocation_tasks', columns: ['invocation', 'seq'] });
  await createIndex(db, { table: 'invocation_tasks', columns: ['instance', 'seq'] });
}
