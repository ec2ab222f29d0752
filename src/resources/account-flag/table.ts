import { statement } from '#store/statement.ts';

interface Flag {
  readonly account: string;
  readonly name: string;
}

export const flagsOf = statement<Pick<Flag, 'account'>>()((db, p) =>
  db.selectFrom('account_flags').select('name').where('account', '=', p.account),
);

export const allFlags = statement<object>()((db) =>
  db.selectFrom('account_flags').selectAll().orderBy('account').orderBy('name'),
);

export const insertFlag = statement<Flag>()((db, p) =>
  db.insertInto('account_flags').values({ account: p.account, name: p.name }),
);

export const deleteFlag = statement<Flag>()((db, p) =>
  db.deleteFrom('account_flags').where('account', '=', p.account).where('name', '=', p.name),
);
