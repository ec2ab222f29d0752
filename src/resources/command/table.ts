import type { Key } from '#kernel/key.ts';
import type { InvocationTaskRow, NewCommandRow } from '#store/schema/command.ts';
import { statement } from '#store/statement.ts';
import type { Reader, Tx } from '#store/store.ts';
import { invocationOf, taskOf, type Invocation, type TaskState } from './command.ts';

interface Owned {
  readonly account: string;
  readonly region: string;
  readonly vendor: string;
}

/** Commands of an account in a region, newest first; there are no more than it may have. */
export const commandsOf = statement<Owned>()((db, p) =>
  db
    .selectFrom('commands')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('vendor', '=', p.vendor)
    .where('is_kept', '=', 1)
    .orderBy('seq', 'desc'),
);

export const ownCommand = statement<Owned & { readonly key: string }>()((db, p) =>
  db
    .selectFrom('commands')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('vendor', '=', p.vendor)
    .where('is_kept', '=', 1),
);

export const deleteCommandRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('commands').where('key', '=', p.key),
);

export const countInvoked = statement<{ readonly key: string }>()((db, p) =>
  db
    .updateTable('commands')
    .set((eb) => ({ invoked: eb('invoked', '+', 1) }))
    .where('key', '=', p.key),
);

export const tasksOfInvocations = statement<{ readonly invocations: readonly string[] }>()(
  (db, p) =>
    db
      .selectFrom('invocation_tasks')
      .selectAll()
      .where('invocation', 'in', p.invocations as ReadonlyArray<Key<'invocation'>>)
      .orderBy('seq'),
);

export const taskByKey = statement<{ readonly key: string }>()((db, p) =>
  db.selectFrom('invocation_tasks').selectAll().where('key', '=', p.key),
);

export const invocationByKey = statement<{ readonly key: string }>()((db, p) =>
  db.selectFrom('invocations').selectAll().where('key', '=', p.key),
);

/** How many were asked of instances, how many are open, and when the last one was. */
export const tasksOfInstances = statement<{ readonly instances: readonly string[] }>()((db, p) =>
  db
    .selectFrom('invocation_tasks')
    .select(({ fn, eb }) => [
      'instance' as const,
      fn.countAll<number | bigint>().as('count'),
      fn.max<number | bigint>('created_at').as('last'),
      fn
        .sum<number | bigint>(
          eb.case().when('state', 'in', ['pending', 'running']).then(1).else(0).end(),
        )
        .as('open'),
    ])
    .where('instance', 'in', p.instances as ReadonlyArray<Key<'instance'>>)
    .groupBy('instance'),
);

const oldInvocations = statement<{ readonly before: number; readonly most: number }>()((db, p) =>
  db.selectFrom('invocations').select('key').where('created_at', '<', p.before).limit(p.most),
);

/** Removes up to `most` invocations that are older than a time; answers how many. */
export async function deleteOldInvocations(
  tx: Tx,
  old: { readonly before: number; readonly most: number },
): Promise<number> {
  const rows = await tx.all(oldInvocations, old);
  const keys = rows.map(({ key }) => key);
  if (keys.length === 0) return 0;
  await tx.db.deleteFrom('invocation_tasks').where('invocation', 'in', keys).execute();
  await tx.db.deleteFrom('invocations').where('key', 'in', keys).execute();
  return keys.length;
}

/** Changes a command. */
export async function changeCommandRow(
  { db }: Tx,
  key: Key<'command'>,
  set: Partial<NewCommandRow>,
): Promise<void> {
  await db.updateTable('commands').set(set).where('key', '=', key).execute();
}

/** Changes a task while it is in one of these states; answers whether it was. */
export async function changeTask(
  { db }: Tx,
  { key, from }: { readonly key: Key<'invocation-task'>; readonly from: readonly TaskState[] },
  set: Partial<Omit<InvocationTaskRow, 'seq' | 'key'>>,
): Promise<boolean> {
  const changed = await db
    .updateTable('invocation_tasks')
    .set(set)
    .where('key', '=', key)
    .where('state', 'in', from)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export interface InvocationQuery {
  readonly key?: Key<'invocation'> | undefined;
  readonly command?: Key<'command'> | undefined;
  readonly instance?: Key<'instance'> | undefined;
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly is: 'command' | 'file';
}

/** What of an account's invocations in a region fits, newest first, each with its tasks. */
export async function findInvocations(
  reader: Reader,
  { account, region, vendor }: Owned,
  query: InvocationQuery,
): Promise<readonly Invocation[]> {
  const { key, command, instance, name, language } = query;
  let found = reader.db
    .selectFrom('invocations')
    .selectAll()
    .where('account', '=', account)
    .where('region', '=', region)
    .where('vendor', '=', vendor)
    .where('file', query.is === 'file' ? 'is not' : 'is', null);
  if (key !== undefined) found = found.where('key', '=', key);
  if (command !== undefined) found = found.where('command', '=', command);
  if (name !== undefined) found = found.where('name', '=', name);
  if (language !== undefined) found = found.where('language', '=', language as 'shell');
  if (instance !== undefined) {
    found = found.where(({ eb, selectFrom }) =>
      eb(
        'key',
        'in',
        selectFrom('invocation_tasks').select('invocation').where('instance', '=', instance),
      ),
    );
  }
  const rows = await found.orderBy('seq', 'desc').limit(FOUND_MAX).execute();
  const tasks = new Map<string, Array<ReturnType<typeof taskOf>>>();
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const invocations = rows.slice(at, at + AT_ONCE).map((row) => row.key);
    for (const row of await reader.all(tasksOfInvocations, { invocations })) {
      const those = tasks.get(row.invocation) ?? [];
      those.push(taskOf(row));
      tasks.set(row.invocation, those);
    }
  }
  return rows.map((row) => invocationOf(row, tasks.get(row.key) ?? []));
}

/** The newest that a list looks at. */
const FOUND_MAX = 10_000;
const AT_ONCE = 500;
