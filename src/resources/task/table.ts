import type { Key } from '#kernel/key.ts';
import type { TaskRow } from '#store/schema/task.ts';
import { statement } from '#store/statement.ts';

interface InRegion {
  readonly account: string;
  readonly region: string;
}

export const taskByKey = statement<{ readonly key: Key<'task'> }>()((db, p) =>
  db.selectFrom('tasks').selectAll().where('key', '=', p.key),
);

/** Those of an account in a region, newest first. */
export const tasksIn = statement<InRegion>()((db, p) =>
  db
    .selectFrom('tasks')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .orderBy('seq', 'desc'),
);

/** The number of the task behind so many newer ones. */
export const taskBehind = statement<InRegion & { readonly newer: number }>()((db, p) =>
  db
    .selectFrom('tasks')
    .select('seq')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .orderBy('seq', 'desc')
    .limit(1)
    .offset(p.newer),
);

export const deleteEndedTasks = statement<InRegion & { readonly upTo: number }>()((db, p) =>
  db
    .deleteFrom('tasks')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('seq', '<=', p.upTo)
    .where('state', '<>', 'processing'),
);

/** Ends one that is under way; one that has ended stays as it is (D3). */
export const endTaskRow = statement<{
  readonly key: Key<'task'>;
  readonly state: TaskRow['state'];
  readonly now: number;
}>()((db, p) =>
  db
    .updateTable('tasks')
    .set({ state: p.state, finished_at: p.now })
    .where('key', '=', p.key)
    .where('state', '=', 'processing'),
);

export const expectTask = statement<{ readonly key: Key<'task'>; readonly expectedAt: number }>()(
  (db, p) => db.updateTable('tasks').set({ expected_at: p.expectedAt }).where('key', '=', p.key),
);
