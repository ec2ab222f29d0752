import { statement } from '#store/statement.ts';

/** All that an operator brought, the oldest first: they are few. */
export const allImages = statement<object>()((db) =>
  db.selectFrom('images').selectAll().orderBy('seq'),
);

export const deleteImage = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('images').where('key', '=', p.key),
);
