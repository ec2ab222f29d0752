import { statement } from '#store/statement.ts';

export interface Page {
  readonly account: string;
  /** Messages after this number. */
  readonly after: number;
  readonly limit: number;
}

export const messagesAfter = statement<Page>()((db, p) =>
  db
    .selectFrom('inbox')
    .selectAll()
    .where('account', '=', p.account)
    .where('seq', '>', p.after)
    .orderBy('seq')
    .limit(p.limit),
);
