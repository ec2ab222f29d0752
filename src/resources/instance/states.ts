/**
 * The life of an instance, in neutral words. `creating` becomes `booting` when its machine is made
 * and boots, or `stopped` where it was asked for without a start. In `rescue` a machine runs
 * another system, which its own disks are beside.
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
  'entering-rescue',
  'rescue',
  'leaving-rescue',
] as const;

export type InstanceState = (typeof instanceStates)[number];

/** What can be done with the machine of an instance. */
export type PhysicalVerb =
  | 'start'
  | 'stop'
  | 'reboot'
  | 'configure'
  | 'reinstall'
  | 'resize-disk'
  | 'readdress'
  | 'change-medium'
  | 'enter-rescue'
  | 'leave-rescue'
  | 'convert'
  | 'console'
  | 'change-type'
  | 'modify'
  | 'capture'
  | 'terminate'
  | 'renew';

/**
 * From which states a verb is legal at all (D11); what an action's page refuses besides is a row
 * of that action. Sources: seed 004 L14103 (start), L14572 (stop), L14317 (reboot), L15360
 * (configure), L15965 (modify), L20927 (reinstall), L15088 (resize-disk), L31352 (readdress),
 * L18300 (change-medium), L20078 (change-type), L17363 and L17599 (rescue), L28490 (convert),
 * L11749 (console),
 * L27747 (capture as an image), L19149 (terminate), and the states that each of those pages lists
 * as refused.
 */
export const legalFrom: Readonly<Record<PhysicalVerb, readonly InstanceState[]>> = {
  start: ['stopped'],
  stop: ['running'],
  reboot: ['running'],
  configure: ['running', 'stopped'],
  reinstall: ['running', 'stopped'],
  'resize-disk': ['running', 'stopped'],
  readdress: ['running', 'stopped'],
  'change-medium': ['stopped'],
  'enter-rescue': ['running', 'stopped'],
  'leave-rescue': ['rescue'],
  convert: ['running'],
  console: ['running', 'rescue'],
  'change-type': ['running', 'stopped'],
  modify: ['running', 'stopped'],
  capture: ['running', 'stopped'],
  terminate: ['running', 'stopped', 'recycled', 'rescue'],
  renew: ['running', 'stopped', 'recycled', 'rescue'],
};
