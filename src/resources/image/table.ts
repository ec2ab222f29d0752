import { statement } from '#store/statement.ts';

/** All of them, the oldest first: an operator brings few. */
export const allImages = statement<object>()((db) =>
  db.selectFrom('images').selectAll().orderBy('seq'),
);

export const deleteImage = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('images').where('key', '=', p.key),
);
