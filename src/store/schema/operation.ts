import { integer, nullable, oneOf, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * What was done to a resource, or is being done. `number` grows from one operation of a resource
 * to its next. `action` is a neutral verb; `request` the id of the request that asked for it, null
 * where a timer did; `error` why it failed: a neutral reason, then what the engine of machines said
 * of it. Times are of the cloud; `started_at` is null where it began before this was kept.
 */
export const operationTable = table(
  {
    resource_kind: text,
    resource: text,
    number: integer,
    account: text,
    action: text,
    state: oneOf('operating', 'success', 'failed'),
    request: nullable(text),
    error: nullable(text),
    started_at: nullable(integer),
    finished_at: nullable(integer),
  },
  ['resource_kind', 'resource', 'number'],
);

declare module '../schema.ts' {
  interface Schema {
    operations: ColumnsOf<typeof operationTable>;
  }
}

export type OperationRow = RowOf<typeof operationTable>;
export type NewOperation = NewRowOf<typeof operationTable>;
