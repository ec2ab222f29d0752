import { integer, keyOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/** Resources of an account that belong together, in whatever region; its own is "". */
export const resourceGroupTable = table({
  seq,
  key: keyOf('resource-group'),
  account: text,
  region: text,
  name: text,
  display_name: text,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    resource_groups: ColumnsOf<typeof resourceGroupTable>;
  }
}

export type ResourceGroupRow = RowOf<typeof resourceGroupTable>;
