import type { Key } from '#kernel/key.ts';
import { askReinit, endReinit } from '../../disk/reinit.ts';
import { settledAttemptsMax } from '../machine.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface ReinitDiskInput extends MachineWorkInput {
  readonly disk: Key<'disk'>;
}

/** Gives a data disk of a stopped instance the content that it was made with. */
export const reinitDiskWorkflow = machineWork<ReinitDiskInput>({
  kind: 'instance.reinit-disk',
  attemptsMax: settledAttemptsMax,
  ask({ services, input, beganAt, now }, { disks }) {
    const disk = disks.find(({ key }) => key === input.disk);
    if (disk === undefined) return Promise.resolve({ state: 'done' });
    return askReinit(services.driver, disk, { beganAt, now });
  },
  async over(tx, { input: { disk }, now }, { isDone, error }) {
    await endReinit(tx, disk, { error: isDone ? null : error, now });
    return {};
  },
});
