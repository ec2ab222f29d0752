import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { TaskRow } from '#store/schema/task.ts';
import type { Store, Tx } from '#store/store.ts';
import { reckonedProgress } from '../progress.ts';
import type { ReadScope, Scope } from '../scope.ts';
import {
  deleteEndedTasks,
  endTaskRow,
  expectTask,
  taskBehind,
  taskByKey,
  tasksIn,
} from './table.ts';

/** What lists of tasks show: a change of a network goes by its number alone. */
export type TaskAction = Exclude<TaskRow['action'], 'change-network'>;
export type TaskState = TaskRow['state'];

/** What takes long and goes by an id of its own. Times are cloud milliseconds. */
export interface Task {
  readonly key: Key<'task'>;
  /** What one vendor has instead of an id. */
  readonly number: number;
  readonly account: string;
  readonly region: string;
  readonly action: TaskAction;
  /** The key of what it is about. */
  readonly resource: string;
  readonly state: TaskState;
  readonly createdAt: number;
  readonly expectedAt: number;
  readonly finishedAt: number | null;
}

/** How many ended ones an account keeps in a region, so that none can fill the store. */
export const tasksKeptMax = 1_000;

/** Writes down that something begins which takes long, or that it is done at once. */
export async function beginTask(
  { db, account, now, cloud }: Scope,
  {
    action,
    resource,
    region,
    state = 'processing',
  }: Pick<Task, 'resource' | 'region'> & {
    readonly action: TaskRow['action'];
    readonly state?: 'processing' | 'finished';
  },
): Promise<Pick<Task, 'key' | 'number'>> {
  let key = newKey(cloud.random);
  while ((await db.first(taskByKey, { key })) !== undefined) key = newKey(cloud.random);
  const created_at = now;
  const row = { key, account, region, action, resource, created_at, expected_at: now };
  const finished_at = state === 'finished' ? now : null;
  await db.insert('tasks', [{ ...row, state, finished_at }]);
  const behind = await db.first(taskBehind, { account, region, newer: tasksKeptMax });
  if (behind !== undefined) await db.run(deleteEndedTasks, { account, region, upTo: behind.seq });
  return { key, number: (await db.first(taskByKey, { key }))?.seq ?? 0 };
}

/** Ends a task, unless it has ended. */
export async function endTask(
  tx: Tx,
  { key, state, now }: Pick<Task, 'key' | 'state'> & { readonly now: number },
): Promise<void> {
  await tx.run(endTaskRow, { key, state, now });
}

/** The tasks of the account in a region, newest first. */
export async function listTasks(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  region: string,
): Promise<readonly Task[]> {
  return (await db.all(tasksIn, { account, region })).flatMap((row) => taskOf(row) ?? []);
}

/** A task of the account, of that region where one is said. */
export async function findTask(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  { key, region }: { readonly key: Key<'task'>; readonly region: string | null },
): Promise<Task | undefined> {
  const row = await db.first(taskByKey, { key });
  if (row === undefined || row.account !== account) return undefined;
  return row.region === (region ?? row.region) ? taskOf(row) : undefined;
}

/** The task of a row; of a change of a network there is nothing more to tell than its end. */
export function taskOf(row: TaskRow): Task | undefined {
  const { action } = row;
  if (action === 'change-network') return undefined;
  return {
    key: row.key,
    number: row.seq,
    account: row.account,
    region: row.region,
    action,
    resource: row.resource,
    state: row.state,
    createdAt: row.created_at,
    expectedAt: row.expected_at,
    finishedAt: row.finished_at,
  };
}

/** How far a task is, of a hundred. */
export function taskProgress({ state, createdAt, expectedAt }: Task, now: number): number {
  if (state === 'finished') return 100;
  return state === 'processing' ? reckonedProgress(createdAt, expectedAt, now) : 0;
}

/**
 * Writes down once when a task should end, from which its progress is reckoned: a driver tells what
 * is left when it is asked first.
 */
export async function expectTaskIn(
  store: Store,
  key: Key<'task'>,
  { now, ms }: { readonly now: number; readonly ms: number },
): Promise<void> {
  const row = await store.read((reader) => reader.first(taskByKey, { key }));
  if (row === undefined || row.expected_at > row.created_at) return;
  await store.write((tx) => tx.run(expectTask, { key, expectedAt: now + ms }));
}
