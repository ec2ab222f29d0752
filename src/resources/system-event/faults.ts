import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of events of hosts, in neutral words (D10). */
export const systemEventFaults = defineFaults('system-event', {
  notFound: 'There is no such event. Detail: system-event.',
  noneInquiring: 'There is no such event that waits to be authorised. Detail: system-event.',
  notOfInstances: 'The event is of another instance than those named. Detail: system-event.',
  notWaiting: 'The event does not wait to be authorised. Detail: system-event, status.',
  wrongState: 'The instance is in a state in which nothing can be done. Detail: instance, state.',
  timeOutOfRange: 'The time is too soon or too late. Detail: message.',
  timePassed: 'The time has passed.',
  timesTurned: 'The end of a period is before its start.',
  notSimulated: 'The event is a real one. Detail: system-event.',
  tooManySimulated: 'There are as many simulated events as there may be.',
  notOpen: 'The event is over already. Detail: system-event.',
  onlySimulated: 'What is simulated is not done.',
  tooManyNamed: 'More events are named than one request may name.',
  tooManyInstances: 'More instances are named than one request may name.',
  tooManyDisks: 'More disks are named than one request may name.',
});
