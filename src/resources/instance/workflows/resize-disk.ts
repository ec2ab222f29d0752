import type { Key } from '#kernel/key.ts';
import { askGrowth, endGrowth } from '../../disk/growth.ts';
import { settledAttemptsMax } from '../machine.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface ResizeDiskInput extends MachineWorkInput {
  readonly disk: Key<'disk'>;
  /** What it had before: its row has what it is to have. */
  readonly fromGiB: number;
}

/** Makes a disk of an instance larger, which is stopped for it where that is asked for. */
export const resizeDiskWorkflow = machineWork<ResizeDiskInput>({
  kind: 'instance.resize-disk',
  attemptsMax: settledAttemptsMax,
  ask({ services, input, beganAt, now }, { disks }) {
    const disk = disks.find(({ key }) => key === input.disk);
    if (disk === undefined) return Promise.resolve({ state: 'done' });
    return askGrowth(services.driver, disk, { beganAt, now });
  },
  async over(tx, { input: { disk, fromGiB }, now }, { isDone, error }) {
    await endGrowth(tx, disk, { fromGiB, error: isDone ? null : error, now });
    return {};
  },
});
