/**
 * The life of a disk, in neutral words. `available` is attached to no instance; `restoring` gets
 * its content from a snapshot, or is made empty; `recycled` waits in the bin for its end.
 */
export const diskStates = [
  'creating',
  'available',
  'attaching',
  'in-use',
  'detaching',
  'resizing',
  'restoring',
  'recycled',
  'deleting',
] as const;

export type DiskState = (typeof diskStates)[number];

/** What can be done with a disk. */
export type DiskVerb =
  | 'attach'
  | 'detach'
  | 'resize'
  | 'restore'
  | 'snapshot'
  | 'modify'
  | 'renew'
  | 'delete';

/** From which states a verb is legal at all (D11). */
export const diskLegalFrom: Readonly<Record<DiskVerb, readonly DiskState[]>> = {
  attach: ['available'],
  detach: ['in-use'],
  resize: ['available', 'in-use'],
  restore: ['available', 'in-use'],
  snapshot: ['available', 'in-use'],
  modify: ['available', 'in-use'],
  renew: ['available', 'in-use', 'recycled'],
  delete: ['available', 'recycled'],
};

/** The states of a disk with an operation under way. */
export const diskStatesBetween: readonly DiskState[] = [
  'creating',
  'attaching',
  'detaching',
  'resizing',
  'restoring',
  'deleting',
];
