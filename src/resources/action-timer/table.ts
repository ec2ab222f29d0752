import type { Key } from '#kernel/key.ts';
import type { ActionTimerRow } from '#store/schema/action-timer.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';

interface OfInstances {
  readonly instances: ReadonlyArray<Key<'instance'>>;
}

export const deleteWaitingTimers = statement<OfInstances>()((db, p) =>
  db
    .deleteFrom('action_timers')
    .where('instance', 'in', p.instances)
    .where('state', '=', 'waiting'),
);

export const setTimerState = statement<{
  readonly instance: Key<'instance'>;
  readonly from: ActionTimerRow['state'];
  readonly to: ActionTimerRow['state'];
}>()((db, p) =>
  db
    .updateTable('action_timers')
    .set({ state: p.to })
    .where('instance', '=', p.instance)
    .where('state', '=', p.from),
);

/** Removes up to `most` timers that were done before a time. */
export const deleteDoneTimers = statement<{ readonly before: number; readonly most: number }>()(
  (db, p) =>
    db
      .deleteFrom('action_timers')
      .where(
        'seq',
        'in',
        db
          .selectFrom('action_timers')
          .select('seq')
          .where('state', '=', 'done')
          .where('act_at', '<', p.before)
          .limit(p.most),
      ),
);

export interface TimerQuery {
  readonly account: string;
  readonly region: string;
  readonly keys?: readonly string[] | undefined;
  readonly instances?: ReadonlyArray<Key<'instance'>> | undefined;
  readonly states?: ReadonlyArray<ActionTimerRow['state']> | undefined;
  /** Cloud milliseconds, both included. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly most: number;
}

/** The timers of an account in a region that fit, in the order in which they were set. */
export function findTimers({ db }: Reader, query: TimerQuery): Promise<readonly ActionTimerRow[]> {
  const { keys, instances, states, from, until } = query;
  let found = db
    .selectFrom('action_timers')
    .selectAll()
    .where('account', '=', query.account)
    .where('region', '=', query.region);
  if (keys !== undefined) found = found.where('key', 'in', keys);
  if (instances !== undefined) found = found.where('instance', 'in', instances);
  if (states !== undefined) found = found.where('state', 'in', states);
  if (from !== undefined) found = found.where('act_at', '>=', from);
  if (until !== undefined) found = found.where('act_at', '<=', until);
  return found.orderBy('seq').limit(query.most).execute();
}
