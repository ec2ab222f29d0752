import { integer, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Messages to an account's owner (generated passwords); encrypted like secrets (D27). */
export const inboxTable = table({
  seq,
  account: text,
  kind: text,
  sealed_body: text,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    inbox: ColumnsOf<typeof inboxTable>;
  }
}

export type InboxRow = RowOf<typeof inboxTable>;
export type NewInboxMessage = NewRowOf<typeof inboxTable>;
