import type { Instance } from '../instance/instance.ts';
import type { Disk, DiskChargeType } from './disk.ts';
import type { DiskState } from './states.ts';

/**
 * The state of a disk as it is shown: one that comes with an instance is attached when that is
 * made, and one that cannot be taken from it is in the bin with it.
 */
export function shownDiskState(
  disk: Pick<Disk, 'state' | 'portable'>,
  instance: Pick<Instance, 'state'> | null,
): DiskState {
  if (disk.state !== 'in-use' || instance === null) return disk.state;
  if (instance.state === 'creating') return 'attaching';
  return instance.state === 'recycled' && !disk.portable ? 'recycled' : 'in-use';
}

/** What of a disk is its own, or that of the instance it came with. */
export interface PaidDisk {
  readonly chargeType: DiskChargeType;
  readonly prepaid: Disk['prepaid'];
  readonly expiresAt: number | null;
  readonly renewalDay: number | null;
  readonly project: number;
  readonly resourceGroup: string | null;
}

type Payer = Pick<
  Instance,
  'chargeType' | 'prepaid' | 'expiresAt' | 'renewalDay' | 'project' | 'resourceGroup'
>;

/** How a disk is paid and grouped, by itself or as its instance. */
export function paidDisk(disk: Pick<Disk, keyof PaidDisk>, instance: Payer | null): PaidDisk {
  const project = disk.project ?? instance?.project ?? 0;
  const payer = disk.chargeType === null && instance !== null ? instance : disk;
  const { prepaid, expiresAt, renewalDay, resourceGroup } = payer;
  const chargeType = payer.chargeType === 'prepaid' ? 'prepaid' : 'postpaid';
  return { chargeType, prepaid, expiresAt, renewalDay, project, resourceGroup };
}
