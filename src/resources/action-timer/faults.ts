import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse, in neutral words (D10): seed 004 L16886, L17756, L19425. */
export const actionTimerFaults = defineFaults('action-timer', {
  notFound: 'There is no such timer here. Detail: timer.',
  notWaiting: 'The timer has begun to act, or has acted. Detail: timer.',
  exists: 'The instance has a timer already. Detail: instance.',
  notAllowed: 'No timer can be set for the instance. Detail: instance.',
  timeMalformed: 'That is no time.',
  tooMany: 'More timers are named than one request may name.',
});
