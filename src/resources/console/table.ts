import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';

export const sessionOfToken = statement<{ readonly token: string }>()((db, p) =>
  db
    .selectFrom('console_sessions')
    .select(['instance', 'asks_password'])
    .where('token', '=', p.token),
);

/** Uses an address up, only while that is allowed: of several that try, one changes the row. */
export const useSession = statement<{ readonly token: string; readonly now: number }>()((db, p) =>
  db
    .updateTable('console_sessions')
    .set({ used_at: p.now })
    .where('token', '=', p.token)
    .where('used_at', 'is', null)
    .where('expires_at', '>', p.now),
);

export const usesSince = statement<{
  readonly instance: Key<'instance'>;
  readonly since: number;
}>()((db, p) =>
  db
    .selectFrom('console_sessions')
    .select(({ fn }) => fn.countAll<number | bigint>().as('count'))
    .where('instance', '=', p.instance)
    .where('used_at', '>', p.since),
);

/** Removes up to `most` addresses that have expired before a time. */
export const deleteExpired = statement<{ readonly before: number; readonly most: number }>()(
  (db, p) =>
    db
      .deleteFrom('console_sessions')
      .where(
        'seq',
        'in',
        db
          .selectFrom('console_sessions')
          .select('seq')
          .where('expires_at', '<', p.before)
          .limit(p.most),
      ),
);
