import type { Key } from '#kernel/key.ts';
import { startWorkflow } from '#workflow/start.ts';
import { ended } from '../../instance/begin.ts';
import { instanceTarget } from '../../instance/timers.ts';
import { reverseLatest } from '../../order/reverse-order.ts';
import { changeDisk } from '../change.ts';
import { diskTarget } from '../targets.ts';
import { attachWorkflowOf } from './attach.ts';
import { deleteWorkflowOf } from './delete.ts';
import { diskWorkflow, type DisksInput } from './disk-workflow.ts';
import { volumeSpecOf } from '../volume.ts';

export interface CreateInput extends DisksInput {
  /** To which instance they are attached as soon as they are there. */
  readonly attachTo?: Key<'instance'>;
}

/** Makes disks; what could not be made is taken back, with its room, and is gone. */
export const createWorkflowOf = diskWorkflow<CreateInput>({
  kind: 'disk.create',
  ask: ({ services, beganAt, now }, disk) =>
    services.driver.volumes.create(volumeSpecOf(disk), { beganAt, now }),
  async end(tx, disk, { context: { input, now }, error }) {
    const target = diskTarget(disk.key);
    const generation = disk.generation + 1;
    const operation = ended(error, now);
    if (error !== null) {
      await reverseLatest(tx, { resource: disk.key, kinds: ['create'], now });
      await changeDisk(tx, disk, { state: 'deleting', instance: null, generation, operation });
      await startWorkflow(tx, deleteWorkflowOf, { target, input: { keys: [disk.key] }, now });
      return;
    }
    const { attachTo: instance } = input;
    if (instance === undefined) {
      await changeDisk(tx, disk, { state: 'available', operation });
      return;
    }
    await changeDisk(tx, disk, { state: 'attaching', generation, operation });
    const attachment = { keys: [disk.key], hosts: {} };
    const shares = [instanceTarget(instance)];
    await startWorkflow(tx, attachWorkflowOf, { target, shares, input: attachment, now });
  },
});
