import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../scope.ts';
import { taskFaults } from './faults.ts';
import { taskByKey } from './table.ts';
import { type Task, taskOf } from './tasks.ts';

/** A task of the account in a region. @throws task.notFound */
export async function requireTask(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  { task: key, region }: { readonly task: Key<'task'>; readonly region: string },
): Promise<Task> {
  const row = await db.first(taskByKey, { key });
  if (row?.account === account && row.region === region) return taskOf(row);
  throw taskFaults.notFound({ task: key });
}
