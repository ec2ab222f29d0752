import { ended } from '../../instance/begin.ts';
import { findInstance } from '../../instance/usage.ts';
import { changeDisk } from '../change.ts';
import { freeDisk } from '../release.ts';
import { diskWorkflow, type DisksInput } from './disk-workflow.ts';
import { attachedVolumeOf } from '../volume.ts';

/** Takes disks from their instance; what could not be taken stays attached. */
export const detachWorkflowOf = diskWorkflow<DisksInput>({
  kind: 'disk.detach',
  ask: ({ services, beganAt, now }, disk) =>
    services.driver.volumes.detach(attachedVolumeOf(disk), { beganAt, now }),
  async end(tx, disk, { context: { now }, error }) {
    const operation = ended(error, now);
    if (error !== null) return changeDisk(tx, disk, { state: 'in-use', operation });
    const instance = await findInstance(tx, disk.instance);
    return freeDisk(tx, disk, { instance, now, change: { operation } });
  },
});
