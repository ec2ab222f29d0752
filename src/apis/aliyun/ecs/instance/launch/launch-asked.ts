import type { CreateAsked } from './create-fields.ts';
import type { RunAsked } from './run-fields.ts';

/** What both actions may be asked, but for disks. */
export type LaunchAsked = Pick<
  RunAsked,
  Exclude<keyof RunAsked & keyof CreateAsked, 'SystemDisk' | 'DataDisk'>
>;

/** What disks may be asked to be; RunInstances has some of it alone. */
export type DiskAsked = Partial<NonNullable<RunAsked['SystemDisk']>>;

export type DataDiskAsked = Partial<NonNullable<RunAsked['DataDisk']>[number]>;

export interface DisksAsked {
  readonly ZoneId: string | undefined;
  readonly VSwitchId: string | undefined;
  readonly SystemDisk: DiskAsked | undefined;
  readonly DataDisk: readonly DataDiskAsked[] | undefined;
}
