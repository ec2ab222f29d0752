import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * What a request began and a client asks after by its own id: `seq` is its number, `resource` the
 * key of what it is about. `expected_at` is when it should end, `finished_at` when it did.
 */
export const taskTable = table({
  seq,
  key: keyOf('task'),
  account: text,
  region: text,
  action: oneOf('import-image', 'export-image', 'change-disk', 'change-network'),
  resource: text,
  state: oneOf('processing', 'finished', 'failed', 'cancelled'),
  created_at: integer,
  expected_at: integer,
  finished_at: nullable(integer),
});

declare module '../schema.ts' {
  interface Schema {
    tasks: ColumnsOf<typeof taskTable>;
  }
}

export type TaskRow = RowOf<typeof taskTable>;
export type NewTask = NewRowOf<typeof taskTable>;
