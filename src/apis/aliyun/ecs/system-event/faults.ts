import type { FaultWords } from '#apis/fault-words.ts';
import type { systemEventFaults } from '#resources/system-event/faults.ts';

// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancehistoryevents
/** Codes of the pages of system events. */
export const systemEventFaultWords: FaultWords<typeof systemEventFaults> = {
  codes: {
    notFound: ['InvalidEventId.NoInquiringEventFound', 'InvalidEventId.NotFound'],
    notWaiting: 'InvalidEventId.NoInquiringEventFound',
    wrongState: 'IncorrectInstanceStatus',
    timePassed: 'InvalidNotBefore.Passed',
    timesTurned: 'InvalidParameter.TimeEndBeforeStart',
    notSimulated: 'CannotCancelSystemEvent.NotSimulated',
    tooManySimulated: 'SimulatedEventLimitExceeded',
    tooManyNamed: 'EventIdLimitExceeded',
    tooManyInstances: 'InstanceIdLimitExceeded',
    tooManyDisks: 'DiskIdLimitExceeded',
    notOpen: 'InvalidParameter',
    onlySimulated: 'InvalidParameter',
    // No parameter of this vendor's says instances or a time.
    notOfInstances: 'InvalidParameter',
    timeOutOfRange: 'InvalidParameter',
  },
  messages: {
    notFound: 'The specified event {system-event} does not exist.',
    notWaiting: 'The event {system-event} is not in the Inquiring state.',
    wrongState: 'The instance {instance} is {state}: nothing can be done to it.',
    timePassed: 'The specified NotBefore has passed.',
    timesTurned: 'The end of the period is before its start.',
    notSimulated: 'The event {system-event} is not a simulated one.',
    tooManySimulated: 'The maximum number of simulated system events has been reached.',
    tooManyNamed: 'More than 100 values of EventId are given.',
    tooManyInstances: 'More than 100 values of InstanceId are given.',
    tooManyDisks: 'More than 100 values of DiskId are given.',
    onlySimulated: 'TriggerRealOps can only be false: simulated events come to nothing.',
    notOpen: 'The event {system-event} is over already.',
  },
};
