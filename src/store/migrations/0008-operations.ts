import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/**
 * The history of each resource. It begins with the latest operation of each instance, of which
 * nobody wrote down when it began, except that a launch began with its instance.
 */
export async function operations(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    operations: {
      columns: {
        resource_kind: 'text',
        resource: 'text',
        number: 'integer',
        account: 'text',
        action: 'text',
        state: 'text',
        request: 'text?',
        error: 'text?',
        started_at: 'integer?',
        finished_at: 'integer?',
      },
      primary: ['resource_kind', 'resource', 'number'],
    },
  });
  await sql`
    insert into operations
      (resource_kind, resource, number, account, action, state, request, error, started_at)
    select 'instance', key, version, account, operation, operation_state, operation_request,
      operation_error, case when operation = 'launch' then created_at end
    from instances where operation is not null and operation_state is not null
  `.execute(db);
}
