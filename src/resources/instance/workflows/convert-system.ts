import type { System } from '../../image/system.ts';
import { settledAttemptsMax } from '../machine.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface ConvertSystemInput extends MachineWorkInput {
  /** What runs in it afterwards. */
  readonly system: System;
}

/**
 * Converts the system of a machine that runs, which boots into the new one. The guest does it by
 * itself, so nothing is asked of the engine of machines but the reboot.
 */
export const convertSystemWorkflow = machineWork<ConvertSystemInput>({
  kind: 'instance.convert-system',
  attemptsMax: settledAttemptsMax,
  ask: () => Promise.resolve({ state: 'done' }),
  over: (_tx, { input: { system } }, { isDone }) => Promise.resolve(isDone ? { system } : {}),
});
