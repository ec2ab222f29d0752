import type { FaultWords } from '#apis/fault-words.ts';
import type { systemEventFaults } from '#resources/system-event/faults.ts';

/**
 * Codes of the pages of repair tasks, which have but one for what is wrong with a request
 * (seed 004 L34600, L34893).
 */
export const systemEventFaultWords: FaultWords<typeof systemEventFaults> = {
  codes: {
    notFound: 'InvalidParameter',
    notOfInstances: 'InvalidParameter',
    notWaiting: 'InvalidParameter',
    wrongState: 'InvalidParameter',
    timeOutOfRange: 'InvalidParameter',
    timesTurned: 'InvalidParameterValue',
  },
  messages: {
    notFound: 'The repair task `{system-event}` does not exist.',
    notOfInstances:
      'The repair task `{system-event}` is of none of the instances in `InstanceIds`.',
    notWaiting: 'The repair task `{system-event}` does not wait to be authorised.',
    wrongState: 'Nothing can be done to the instance `{instance}` as it is: {state}.',
    timeOutOfRange: '`OrderAuthTime`: {message}',
    timesTurned: '`EndDate` is before `StartDate`.',
  },
};
