import type { Disk } from '#resources/disk/disk.ts';
import { diskStates, type DiskState } from '#resources/disk/states.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { type LockReason, locksOf } from '../instance/words.ts';

export const diskStatuses = [
  'In_use',
  'Available',
  'Attaching',
  'Detaching',
  'Creating',
  'ReIniting',
] as const;

export type DiskStatus = (typeof diskStatuses)[number];

/**
 * What each state is called on the page of
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describedisks
 * One that grows is in use, or is not, meanwhile; there is no word for one that is being deleted;
 * one in the bin is locked, as its instance is.
 */
const statusOfState: Readonly<Record<DiskState, DiskStatus>> = {
  creating: 'Creating',
  available: 'Available',
  attaching: 'Attaching',
  'in-use': 'In_use',
  detaching: 'Detaching',
  resizing: 'In_use',
  restoring: 'ReIniting',
  recycled: 'In_use',
  deleting: 'Detaching',
};

/** The Status of a disk in a state as it is shown. */
export function diskStatusOf(state: DiskState, instance: object | null): DiskStatus {
  const status = statusOfState[state];
  return instance === null && status === 'In_use' ? 'Available' : status;
}

/** What the list is narrowed to by a Status. */
export function narrowedByStatus(status: DiskStatus) {
  const attached = status === 'In_use' || status === 'Available' ? status === 'In_use' : undefined;
  const states = diskStates.filter((state) => {
    const word = statusOfState[state];
    return word === status || (status === 'Available' && word === 'In_use');
  });
  return { states, attached };
}

/** The locks of a disk: those of its instance, or its own in the recycle bin. */
export function diskLocksOf(
  { state }: Pick<Disk, 'state'>,
  instance: Instance | null,
): readonly LockReason[] {
  if (instance !== null) return locksOf(instance);
  return state === 'recycled' ? ['Recycling'] : [];
}
