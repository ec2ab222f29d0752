import type { Reader, Tx } from '#store/store.ts';
import type { Sealer } from '../account/sealer.ts';
import type { Scope } from '../scope.ts';
import { deleteMessagesBefore, messagesAfter } from './table.ts';

/** What only the owner of an account may read: a generated password, for example. */
export interface Message {
  /** What it is about, in kebab-case: `default-password`. */
  readonly kind: string;
  /** Plain values of JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ReceivedMessage extends Message {
  /** Grows with each message; what `after` of a list counts in. */
  readonly number: number;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

const LIST_MAX = 1_000;

/** Puts a message into the inbox of the scope's account, sealed, in the same transaction. */
export async function deliver(
  scope: Pick<Scope, 'db' | 'account' | 'now'> & { readonly cloud: { readonly sealer: Sealer } },
  message: Message,
): Promise<void> {
  const { account, now, cloud } = scope;
  const { kind } = message;
  const sealed = cloud.sealer.seal(JSON.stringify(message.body), purposeOf(account, kind));
  const row = { account, kind, sealed_body: sealed, created_at: now };
  await scope.db.insert('inbox', [row]);
}

export interface InboxPage {
  readonly account: string;
  /** The number of the last message read before; 0 begins with the oldest. */
  readonly after?: number;
  readonly limit?: number;
}

/** The messages of an account in order, opened. */
export async function listMessages(
  reader: Reader,
  sealer: Sealer,
  page: InboxPage,
): Promise<readonly ReceivedMessage[]> {
  const { account, after = 0 } = page;
  const limit = Math.min(page.limit ?? LIST_MAX, LIST_MAX);
  const rows = await reader.all(messagesAfter, { account, after, limit });
  return rows.map(({ seq, kind, sealed_body: sealed, created_at: createdAt }) => {
    const body = JSON.parse(sealer.open(sealed, purposeOf(account, kind))) as Message['body'];
    return { number: seq, kind, body, createdAt };
  });
}

/** Removes up to `limit` messages made before `before` (cloud milliseconds); answers how many. */
export function expireMessages(tx: Tx, before: number, limit: number): Promise<number> {
  return tx.run(deleteMessagesBefore, { before, limit });
}

function purposeOf(account: string, kind: string): string {
  return `inbox:${account}:${kind}`;
}
