import { table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/** A word its owner put on a resource (D28). `resource` is the resource's key. */
export const tagTable = table(
  {
    account: text,
    resource_kind: text,
    resource: text,
    name: text,
    value: text,
  },
  ['resource_kind', 'resource', 'name'],
);

declare module '../schema.ts' {
  interface Schema {
    tags: ColumnsOf<typeof tagTable>;
  }
}

export type TagRow = RowOf<typeof tagTable>;
