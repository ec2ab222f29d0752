import type { Generated, Insertable, Selectable } from 'kysely';

/** Messages to an account's owner (generated passwords); encrypted like secrets (D27). */
export interface InboxTable {
  seq: Generated<number>;
  account: string;
  kind: string;
  sealed_body: string;
  created_at: number;
}

export type InboxRow = Selectable<InboxTable>;
export type NewInboxMessage = Insertable<InboxTable>;
