import type { Key } from '#kernel/key.ts';
import { machineOf, settledAttemptsMax } from '../machine.ts';
import { dropRoom, heldHost, takeHeldRoom } from '../type-change-room.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface ChangePlacementInput extends MachineWorkInput {
  readonly group: Key<'placement-group'>;
  readonly part: number | null;
}

/** Moves the machine of an instance to the host where its place in a group is held. */
export const changePlacementWorkflow = machineWork<ChangePlacementInput>({
  kind: 'instance.change-placement',
  attemptsMax: settledAttemptsMax,
  async ask({ services, beganAt, now }, { instance }) {
    const host = await services.store.read((reader) => heldHost(reader, instance));
    const { cpu, memoryMiB } = instance;
    const machine = machineOf({ ...instance, host });
    return services.driver.resize(machine, { cpu, memoryMiB }, { beganAt, now });
  },
  async over(tx, { input: { group, part } }, { instance, isDone }) {
    if (!isDone) {
      await dropRoom(tx, instance);
      return {};
    }
    const host = await takeHeldRoom(tx, instance, instance);
    return { host, placementGroup: group, placementPart: part };
  },
});
