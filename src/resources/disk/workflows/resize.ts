import { ended } from '../../instance/begin.ts';
import { changeDisk } from '../change.ts';
import { reverseGrowth } from '../pay-growth.ts';
import { returnDiskRoom } from '../room.ts';
import { diskWorkflow, type DisksInput } from './disk-workflow.ts';
import { volumeSpecOf } from '../volume.ts';

export interface ResizeInput extends DisksInput {
  /** What each had before, by key: its row has what it is to have, and its room is booked. */
  readonly before: Readonly<Record<string, number>>;
}

/** Makes disks larger; what could not grow has its size of before. */
export const resizeWorkflowOf = diskWorkflow<ResizeInput>({
  kind: 'disk.resize',
  ask: ({ services, beganAt, now }, disk) =>
    services.driver.volumes.resize(volumeSpecOf(disk), { beganAt, now }),
  async end(tx, disk, { context: { input, now }, error }) {
    const state = disk.instance === null ? 'available' : 'in-use';
    const operation = ended(error, now);
    if (error === null) return changeDisk(tx, disk, { state, operation });
    const sizeGiB = input.before[disk.key] ?? disk.sizeGiB;
    await reverseGrowth(tx, disk, now);
    await returnDiskRoom(tx, disk.host, disk.sizeGiB - sizeGiB);
    return changeDisk(tx, disk, { state, sizeGiB, operation });
  },
});
