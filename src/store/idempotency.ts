import type { Reader, Tx } from './store.ts';
import type { TokenRow } from './schema/token.ts';
import { statement } from './statement.ts';

/** Which use of a client token is meant: the account's, for one action or family (`scope`). */
export interface TokenKey {
  readonly account: string;
  readonly scope: string;
  readonly token: string;
}

const byKey = statement<TokenKey>()((db, p) =>
  db
    .selectFrom('tokens')
    .selectAll()
    .where('account', '=', p.account)
    .where('scope', '=', p.scope)
    .where('token', '=', p.token),
);

const expire = statement<{ readonly before: number; readonly limit: number }>()((db, p) =>
  db
    .deleteFrom('tokens')
    .where((eb) =>
      eb(
        eb.refTuple('account', 'scope', 'token'),
        'in',
        eb
          .selectFrom('tokens')
          .select(['account', 'scope', 'token'])
          .where('created_at', '<', p.before)
          .orderBy('created_at')
          .limit(p.limit)
          .$asTuple('account', 'scope', 'token'),
      ),
    ),
);

const remove = statement<TokenKey>()((db, p) =>
  db
    .deleteFrom('tokens')
    .where('account', '=', p.account)
    .where('scope', '=', p.scope)
    .where('token', '=', p.token),
);

/** What came of an earlier use of this token: the caller compares `hash` (D17). */
export function findToken(reader: Reader, key: TokenKey): Promise<TokenRow | undefined> {
  return reader.first(byKey, key);
}

/** Remembers a token in the transaction of what it stands for; twice is a constraint error. */
export function saveToken(tx: Tx, row: TokenRow): Promise<void> {
  return tx.insert('tokens', [row]);
}

/** Forgets one token, in the transaction that uses it anew. */
export async function removeToken(tx: Tx, key: TokenKey): Promise<void> {
  await tx.run(remove, key);
}

/** Forgets up to `limit` tokens made before `before` (milliseconds); answers how many. */
export function expireTokens(tx: Tx, before: number, limit: number): Promise<number> {
  return tx.run(expire, { before, limit });
}
