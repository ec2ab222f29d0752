import { machineOf, settledAttemptsMax } from '../machine.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface EnterRescueInput extends MachineWorkInput {
  /** Of the rescue system alone; the password is sealed. */
  readonly login: { readonly user?: string; readonly sealedPassword: string };
}

/** Boots the rescue system of a machine in place of its own. */
export const enterRescueWorkflow = machineWork<EnterRescueInput>({
  kind: 'instance.enter-rescue',
  attemptsMax: settledAttemptsMax,
  ask: ({ services, input: { login }, beganAt, now }, { instance }) =>
    services.driver.rescue(machineOf(instance), login, { beganAt, now }),
  over: (_tx, { input: { power } }, { isDone }) => {
    if (isDone) return Promise.resolve({ state: 'rescue', stopMode: null });
    return Promise.resolve(power === 'as-it-is' ? { state: 'stopped' } : {});
  },
});

/** Ends the rescue system of a machine, which is stopped then. */
export const leaveRescueWorkflow = machineWork<MachineWorkInput>({
  kind: 'instance.leave-rescue',
  attemptsMax: settledAttemptsMax,
  ask: ({ services, beganAt, now }, { instance }) =>
    services.driver.leaveRescue(machineOf(instance), { beganAt, now }),
  over: (_tx, _context, { isDone }) =>
    Promise.resolve(isDone ? { state: 'stopped', stopMode: 'keep-charging' } : { state: 'rescue' }),
});
