import { integer, table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/**
 * A limit that an account has of its own. `name` is that of the limit; `place` (a neutral region or
 * zone) and `charge_type` are '' where it holds for all of them.
 */
export const quotaTable = table(
  {
    account: text,
    name: text,
    place: text,
    charge_type: text,
    value: integer,
  },
  ['account', 'name', 'place', 'charge_type'],
);

declare module '../schema.ts' {
  interface Schema {
    quotas: ColumnsOf<typeof quotaTable>;
  }
}

export type QuotaRow = RowOf<typeof quotaTable>;
