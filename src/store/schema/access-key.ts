import { flag, integer, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** What requests are signed with (D27); the secret is encrypted with the cloud's key file. */
export const accessKeyTable = table({
  seq,
  id: text,
  sealed_secret: text,
  principal: text,
  account: text,
  active: flag,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    access_keys: ColumnsOf<typeof accessKeyTable>;
  }
}

export type AccessKeyRow = RowOf<typeof accessKeyTable>;
export type NewAccessKey = NewRowOf<typeof accessKeyTable>;
