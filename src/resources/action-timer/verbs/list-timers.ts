import type { ReadScope } from '../../scope.ts';
import { type ActionTimer, actionTimerOf } from '../action-timer.ts';
import { findTimers, type TimerQuery } from '../table.ts';

export type TimersRequest = Omit<TimerQuery, 'account' | 'most'>;

/** No page of the vendor's has pages of them. */
const LISTED_MAX = 1_000;

/** The timers that fit, those of zones the asker does not see left out; at most a thousand. */
export async function listTimers(
  scope: ReadScope,
  request: TimersRequest,
): Promise<readonly ActionTimer[]> {
  const { db, account } = scope;
  const rows = await findTimers(db, { ...request, account, most: LISTED_MAX });
  return rows.filter(({ zone }) => scope.sees(zone)).map(actionTimerOf);
}
