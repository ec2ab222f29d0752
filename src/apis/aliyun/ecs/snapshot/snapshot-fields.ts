import { diskCategoryOf } from '#catalogue/aliyun/disks.ts';
import type { Disk } from '#resources/disk/disk.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';

/** A name of 2 to 128 characters, a letter first; policies call theirs auto and more. */
export const snapshotName = {
  min: 2,
  max: 128,
  pattern: /^(?!auto)\p{L}[\p{L}\p{N}:_.-]*$/u,
  reasons: { length: snapshotFaults.nameMalformed, pattern: snapshotFaults.nameMalformed },
} as const;

/** Description: at most 256 characters, and no address. */
const anyDescription = {
  max: 256,
  pattern: /^(?!https?:\/\/)/,
  reasons: {
    length: snapshotFaults.descriptionMalformed,
    pattern: snapshotFaults.descriptionMalformed,
  },
} as const;

/** That of a new snapshot. */
export const newDescription = { ...anyDescription, min: 2 } as const;

/** That of one that is there, which may be taken away. */
export const changedDescription = { ...anyDescription, empty: 'kept' } as const;

const DAYS_MAX = 65_536;

/** RetentionDays: what is not given is kept until somebody deletes it. */
export const retentionDays = {
  min: 1,
  max: DAYS_MAX,
  reasons: { range: snapshotFaults.retentionOutOfRange },
} as const;

/** InstantAccess and for how long, which the pages have for snapshots of an ESSD. */
export const instantAccess = {
  InstantAccess: { default: false },
  InstantAccessRetentionDays: { min: 1, max: DAYS_MAX - 1 },
} as const;

export interface InstantAccessAsked {
  readonly InstantAccess: boolean;
  readonly InstantAccessRetentionDays?: number | undefined;
}

/** What this vendor alone knows of a snapshot, under the names of its parameters. */
export interface SnapshotOwn {
  readonly InstantAccess?: boolean;
  readonly InstantAccessRetentionDays?: number;
}

/** @throws snapshot.diskNotSupported for instant access to snapshots of what is no ESSD */
export function instantAccessOf(
  { InstantAccess, InstantAccessRetentionDays: days }: InstantAccessAsked,
  { key, category }: Pick<Disk, 'key' | 'category'>,
): SnapshotOwn {
  if (!InstantAccess) return {};
  if (diskCategoryOf(category) !== 'cloud_essd') {
    throw snapshotFaults.diskNotSupported({ disk: key });
  }
  return { InstantAccess, ...(days !== undefined && { InstantAccessRetentionDays: days }) };
}

const DAY_MS = 86_400_000;

/** When what was made at a moment ends, in cloud milliseconds. */
export function endAfter(madeAt: number, days: number | undefined): number | null {
  return days === undefined ? null : madeAt + days * DAY_MS;
}

/** The days between the two, of which none is for what has no end. */
export function daysUntil(madeAt: number, endsAt: number | null): number {
  return endsAt === null ? 0 : Math.ceil((endsAt - madeAt) / DAY_MS);
}
