import { flag, integer, keyOf, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * Roles of accounts, which belong to no region: it is "". `document` says who may take the role, as
 * the vendor that it was made through writes that; `for_machines` whether instances may.
 */
export const roleTable = table({
  seq,
  key: keyOf('role'),
  account: text,
  region: text,
  vendor: text,
  name: text,
  document: text,
  description: text,
  for_machines: flag,
  console_login: flag,
  session_seconds: integer,
  created_at: integer,
  updated_at: integer,
});

/** The policies that roles have, by their names. */
export const rolePolicyTable = table({
  seq,
  role: keyOf('role'),
  policy: text,
  kind: oneOf('preset', 'custom'),
  attached_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    roles: ColumnsOf<typeof roleTable>;
    role_policies: ColumnsOf<typeof rolePolicyTable>;
  }
}

export type RoleRow = RowOf<typeof roleTable>;
export type NewRoleRow = NewRowOf<typeof roleTable>;
export type RolePolicyRow = RowOf<typeof rolePolicyTable>;
