import { statement } from '#store/statement.ts';

export const disksByInstances = statement<{ readonly instances: readonly string[] }>()((db, p) =>
  db.selectFrom('disks').selectAll().where('instance', 'in', p.instances).orderBy('seq'),
);

export const deleteDisksOf = statement<{ readonly instances: readonly string[] }>()((db, p) =>
  db.deleteFrom('disks').where('instance', 'in', p.instances),
);
