import { defineFaults } from '#kernel/fault.ts';

/** Why an instance does not enter rescue mode. */
export const rescueFaults = defineFaults('rescue', {
  armMachine: 'The rescue system does not run on its processor. Detail: instance.',
  notHere: 'The machines underneath have no rescue system. Detail: instance, why.',
});
