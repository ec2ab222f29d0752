import type { actionTimerFaults } from '#resources/action-timer/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about timers; the page of the deletion has none of its own (seed 004 L19540). */
export const actionTimerFaultWords: FaultWords<typeof actionTimerFaults> = {
  codes: {
    notFound: 'InvalidParameterValue',
    notWaiting: 'UnsupportedOperation',
    exists: 'FailedOperation.MutActionTimerExist',
    notAllowed: 'UnsupportedOperation.NotSupportImportInstancesActionTimer',
    timeMalformed: 'InvalidParameterValue.InvalidTimeFormat',
    tooMany: 'InvalidParameterValue.LimitExceeded',
  },
  messages: {
    notFound: 'The timer `{timer}` does not exist.',
    notWaiting: 'The timer `{timer}` has begun to act: it cannot be deleted.',
    exists: 'The instance `{instance}` has a timer already.',
    notAllowed: 'No timer can be set for the instance `{instance}` as it is.',
    timeMalformed: 'Times have the form 2018-05-29T11:26:40Z.',
  },
};
