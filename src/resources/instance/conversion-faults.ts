import { defineFaults } from '#kernel/fault.ts';

/** Why the system of an instance is not converted into another one. */
export const conversionFaults = defineFaults('conversion', {
  targetUnknown: 'There is no such system to convert to.',
  windows: 'Its system is Windows. Detail: instance.',
  systemUnfit: 'Its system is none that is converted. Detail: instance.',
  notRunning: 'The instance does not run. Detail: instance, state.',
  notHere: 'The machines underneath convert no systems. Detail: instance, why.',
});
