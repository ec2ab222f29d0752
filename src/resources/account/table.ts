import { statement } from '#store/statement.ts';

export const findAccount = statement<{ readonly key: string }>()((db, p) =>
  db.selectFrom('accounts').selectAll().where('key', '=', p.key),
);

export const firstAccounts = statement<{ readonly limit: number }>()((db, p) =>
  db.selectFrom('accounts').selectAll().orderBy('seq').limit(p.limit),
);

/** What verifying a signature needs; the only statement of this table on the hot path. */
export const findAccessKey = statement<{ readonly id: string }>()((db, p) =>
  db.selectFrom('access_keys').selectAll().where('id', '=', p.id),
);

export const accessKeysOf = statement<{ readonly account: string; readonly limit: number }>()(
  (db, p) =>
    db
      .selectFrom('access_keys')
      .selectAll()
      .where('account', '=', p.account)
      .orderBy('seq')
      .limit(p.limit),
);

export interface Activity {
  readonly id: string;
  readonly active: 0 | 1;
}

export const setAccessKeyActive = statement<Activity>()((db, p) =>
  db.updateTable('access_keys').set({ active: p.active }).where('id', '=', p.id),
);

export const replaceSecret = statement<{ readonly id: string; readonly sealed: string }>()(
  (db, p) =>
    db
      .updateTable('access_keys')
      .set({ sealed_secret: p.sealed, active: 1 })
      .where('id', '=', p.id),
);

export const removeAccessKey = statement<{ readonly id: string }>()((db, p) =>
  db.deleteFrom('access_keys').where('id', '=', p.id),
);
