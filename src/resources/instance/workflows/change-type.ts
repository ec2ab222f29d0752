import { machineOf, settledAttemptsMax } from '../machine.ts';
import { dropRoom, heldHost, takeHeldRoom } from '../type-change-room.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface ChangeTypeInput extends MachineWorkInput {
  readonly type: string;
  readonly cpu: number;
  readonly memoryMiB: number;
}

/** Makes the machine of an instance one of another type; its host may be another one then. */
export const changeTypeWorkflow = machineWork<ChangeTypeInput>({
  kind: 'instance.change-type',
  attemptsMax: settledAttemptsMax,
  async ask({ services, input: { cpu, memoryMiB }, beganAt, now }, { instance }) {
    const host = await services.store.read((reader) => heldHost(reader, instance));
    const machine = machineOf({ ...instance, host });
    return services.driver.resize(machine, { cpu, memoryMiB }, { beganAt, now });
  },
  async over(tx, { input: { type, cpu, memoryMiB } }, { instance, isDone }) {
    if (!isDone) {
      await dropRoom(tx, instance);
      return {};
    }
    const host = await takeHeldRoom(tx, instance, { cpu, memoryMiB });
    return { type, cpu, memoryMiB, host };
  },
});
