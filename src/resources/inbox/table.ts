import { statement } from '#store/statement.ts';

export interface Page {
  readonly account: string;
  /** Messages after this number. */
  readonly after: number;
  readonly limit: number;
}

/**
 * Removes messages made before `before` from among the `limit` oldest of all: they are numbered in
 * the order they were made in, so that no index of their times is needed.
 */
export const deleteMessagesBefore = statement<{
  readonly before: number;
  readonly limit: number;
}>()((db, p) =>
  db.deleteFrom('inbox').where('seq', 'in', (eb) =>
    eb
      .selectFrom((oldest) =>
        oldest
          .selectFrom('inbox')
          .select(['seq', 'created_at'])
          .orderBy('seq')
          .limit(p.limit)
          .as('oldest'),
      )
      .select('seq')
      .where('created_at', '<', p.before),
  ),
);

export const messagesAfter = statement<Page>()((db, p) =>
  db
    .selectFrom('inbox')
    .selectAll()
    .where('account', '=', p.account)
    .where('seq', '>', p.after)
    .orderBy('seq')
    .limit(p.limit),
);
