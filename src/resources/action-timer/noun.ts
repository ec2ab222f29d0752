import { actionTimerTable } from '#store/schema/action-timer.ts';
import { noun } from '../noun.ts';
import { actionTimerFaults } from './faults.ts';

/** What is done to an instance at a time that was set for it. */
export const actionTimerNoun = noun({
  name: 'action-timer',
  tables: { action_timers: actionTimerTable },
  onReset: 'goes',
  faults: actionTimerFaults,
});
