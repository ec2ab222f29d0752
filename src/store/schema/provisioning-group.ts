import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * Groups that deliver instances over several types and zones, once. `doc` is what was asked for and
 * `results` what came of it, as JSON: null while it is being delivered. `token` is the client's.
 */
export const provisioningGroupTable = table({
  seq,
  key: keyOf('provisioning-group'),
  account: text,
  region: text,
  name: text,
  kind: oneOf('instant', 'request'),
  token: nullable(text),
  doc: text,
  results: nullable(text),
  created_at: integer,
  valid_until: integer,
});

/** The instances that a group has delivered. */
export const provisioningMemberTable = table({
  seq,
  owner: keyOf('provisioning-group'),
  instance: keyOf('instance'),
});

declare module '../schema.ts' {
  interface Schema {
    provisioning_groups: ColumnsOf<typeof provisioningGroupTable>;
    provisioning_members: ColumnsOf<typeof provisioningMemberTable>;
  }
}

export type ProvisioningGroupRow = RowOf<typeof provisioningGroupTable>;
export type NewProvisioningGroupRow = NewRowOf<typeof provisioningGroupTable>;
