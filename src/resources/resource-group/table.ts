import { statement } from '#store/statement.ts';

interface OfAccount {
  readonly account: string;
}

/** At most thirty. */
export const groupsOfAccount = statement<OfAccount>()((db, p) =>
  db.selectFrom('resource_groups').selectAll().where('account', '=', p.account).orderBy('seq'),
);

export const groupByKey = statement<OfAccount & { readonly key: string }>()((db, p) =>
  db
    .selectFrom('resource_groups')
    .selectAll()
    .where('account', '=', p.account)
    .where('key', '=', p.key),
);

export const renameGroup = statement<OfAccount & { readonly key: string; readonly to: string }>()(
  (db, p) =>
    db
      .updateTable('resource_groups')
      .set({ display_name: p.to })
      .where('account', '=', p.account)
      .where('key', '=', p.key),
);

export const deleteGroupRow = statement<OfAccount & { readonly key: string }>()((db, p) =>
  db.deleteFrom('resource_groups').where('account', '=', p.account).where('key', '=', p.key),
);
