import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A set of rules for traffic; Tencent's belong to no network. `doc` is JSON. */
export const securityGroupTable = table({
  seq,
  key: keyOf('security-group'),
  account: text,
  region: text,
  vpc: nullable(keyOf('vpc')),
  name: nullable(text),
  is_default: flag,
  is_classic: flag,
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
