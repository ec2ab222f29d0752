import { integer, table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/**
 * A word its owner put on a resource (D28). `resource` is the resource's key; region, `number` (its
 * `seq`) and zone are its own, so that an index tells all of it. Zone is empty where it has none.
 */
export const tagTable = table(
  {
    account: text,
    resource_kind: text,
    resource: text,
    name: text,
    value: text,
    region: text,
    number: integer,
    zone: text,
  },
  ['resource_kind', 'resource', 'name'],
);

declare module '../schema.ts' {
  interface Schema {
    tags: ColumnsOf<typeof tagTable>;
  }
}

export type TagRow = RowOf<typeof tagTable>;
