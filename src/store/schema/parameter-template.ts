import { integer, keyOf, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * Addresses or services that rules name together, and groups of such templates. `members` are JSON:
 * addresses, services, or the keys of templates.
 */
export const parameterTemplateTable = table({
  seq,
  key: keyOf('parameter-template'),
  account: text,
  region: text,
  kind: oneOf('addresses', 'address-group', 'services', 'service-group'),
  name: text,
  members: text,
  created_at: integer,
  updated_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    parameter_templates: ColumnsOf<typeof parameterTemplateTable>;
  }
}

export type ParameterTemplateRow = RowOf<typeof parameterTemplateTable>;
export type NewParameterTemplateRow = NewRowOf<typeof parameterTemplateTable>;
