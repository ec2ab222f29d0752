import type { Key } from '#kernel/key.ts';
import { uuid } from '#kernel/random.ts';
import type { Tx } from '#store/store.ts';
import type { Scope } from '../scope.ts';
import { deleteDoneTimers, deleteWaitingTimers, setTimerState } from './table.ts';

/** An instance as far as its timer needs it. */
export interface Timed {
  readonly key: Key<'instance'>;
  readonly region: string;
  readonly zone: string;
}

/** Writes down that these instances are released at a time; answers the timers' keys. */
export async function addTimers(
  { db, account, cloud }: Scope,
  instances: readonly Timed[],
  at: number,
): Promise<readonly string[]> {
  const rows = instances.map(({ key: instance, region, zone }) => {
    const key = uuid(cloud.random);
    return { key, account, region, zone, instance, act_at: at, state: 'waiting' as const };
  });
  if (rows.length > 0) await db.insert('action_timers', rows);
  return rows.map(({ key }) => key);
}

/** Forgets the timers of these instances that have not begun to act. */
export async function dropTimers(tx: Tx, instances: ReadonlyArray<Key<'instance'>>): Promise<void> {
  if (instances.length > 0) await tx.run(deleteWaitingTimers, { instances });
}

/** The timer of an instance begins to act. */
export async function beginTimer(tx: Tx, instance: Key<'instance'>): Promise<void> {
  await tx.run(setTimerState, { instance, from: 'waiting', to: 'acting' });
}

/** What the timer of an instance does is done; one that has not begun is not wanted any more. */
export async function endTimer(tx: Tx, instance: Key<'instance'>): Promise<void> {
  await tx.run(setTimerState, { instance, from: 'acting', to: 'done' });
  await dropTimers(tx, [instance]);
}

/** Forgets up to `most` timers that were done before a time; answers how many. */
export function expireTimers(tx: Tx, before: number, most: number): Promise<number> {
  return tx.run(deleteDoneTimers, { before, most });
}
