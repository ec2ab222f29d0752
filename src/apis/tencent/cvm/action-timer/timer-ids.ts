import { actionTimerFaults } from '#resources/action-timer/faults.ts';
import { list, string } from '#wire/builders.ts';

/** ActionTimerIds; their number is bounded like that of instances, no page says how. */
export const timerIds = list(string({ max: 64 }), {
  max: 100,
  reasons: { count: actionTimerFaults.tooMany },
});
