/**
 * The life of an instance, in neutral words. `creating` becomes `booting` when its machine is made
 * and boots, or `stopped` where it was asked for without a start.
 */
export const instanceStates = [
  'creating',
  'booting',
  'running',
  'stopping',
  'stopped',
  'starting',
  'rebooting',
  'recycled',
  'terminating',
  'launch-failed',
] as const;

export type InstanceState = (typeof instanceStates)[number];

/** What can be done with the machine of an instance. */
export type PhysicalVerb =
  | 'start'
  | 'stop'
  | 'reboot'
  | 'configure'
  | 'modify'
  | 'capture'
  | 'terminate'
  | 'renew';

/**
 * From which states a verb is legal at all (D11); what an action's page refuses besides is a row
 * of that action. Sources: seed 004 L14103 (start), L14572 (stop), L14317 (reboot), L15360
 * (configure), L15965 (modify), L27747 (capture: its image is made), L19149 (terminate), and the
 * states each of those pages lists as refused.
 */
export const legalFrom: Readonly<Record<PhysicalVerb, readonly InstanceState[]>> = {
  start: ['stopped'],
  stop: ['running'],
  reboot: ['running'],
  configure: ['running', 'stopped'],
  modify: ['running', 'stopped'],
  capture: ['running', 'stopped'],
  terminate: ['running', 'stopped', 'recycled'],
  renew: ['running', 'stopped', 'recycled'],
};
