import { ended } from '../../instance/begin.ts';
import { changeDisk } from '../change.ts';
import { moveDiskRoomBack } from '../room.ts';
import { diskWorkflow, type DisksInput } from './disk-workflow.ts';
import { attachedVolumeOf } from '../volume.ts';

export interface AttachInput extends DisksInput {
  /** The hosts that they were on before, by key. */
  readonly hosts: Readonly<Record<string, string>>;
}

/** Attaches disks; what could not be attached is free again, and where it was. */
export const attachWorkflowOf = diskWorkflow<AttachInput>({
  kind: 'disk.attach',
  ask: ({ services, beganAt, now }, disk) =>
    services.driver.volumes.attach(attachedVolumeOf(disk), { beganAt, now }),
  async end(tx, disk, { context: { input, now }, error }) {
    const operation = ended(error, now);
    if (error === null) {
      await changeDisk(tx, disk, { state: 'in-use', attachedAt: now, operation });
      return;
    }
    const host = input.hosts[disk.key] ?? disk.host;
    if (host !== null && disk.host !== null) {
      await moveDiskRoomBack(tx, disk.sizeGiB, { from: disk.host, to: host });
    }
    const free = { state: 'available', instance: null, device: null, host } as const;
    await changeDisk(tx, disk, { ...free, operation });
  },
});
