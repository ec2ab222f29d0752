import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A set of rules for traffic; Tencent's belong to no network. `version` counts the changes of its
 * rules, `egress_default` is what becomes of traffic that no rule decides, and `inner_access` of
 * that between its members. `doc` is JSON.
 */
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
  modified_at: integer,
  version: integer,
  egress_default: oneOf('accept', 'drop'),
  inner_access: oneOf('accept', 'drop'),
  doc: text,
});

declare module '../schema.ts' {
  interface Schema {
    security_groups: ColumnsOf<typeof securityGroupTable>;
  }
}

export type SecurityGroupRow = RowOf<typeof securityGroupTable>;
export type NewSecurityGroup = NewRowOf<typeof securityGroupTable>;
