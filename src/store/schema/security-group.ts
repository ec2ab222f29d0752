import { flag, integer, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A set of rules for traffic; Tencent's belong to no network. `doc` is JSON. */
export const securityGroupTable = table({
  seq,
  key: text,
  account: text,
  region: text,
  vpc: nullable(text),
  name: nullable(text),
  is_default: flag,
  kind: nullable(text),
  project: nullable(integer),
  resource_group: nullable(text),
  created_at: integer,
  doc: text,
});

declare module '../schema.ts' {
  interface Schema {
    security_groups: ColumnsOf<typeof securityGroupTable>;
  }
}

export type SecurityGroupRow = RowOf<typeof securityGroupTable>;
export type NewSecurityGroup = NewRowOf<typeof securityGroupTable>;
