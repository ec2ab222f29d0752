import type { Key } from '#kernel/key.ts';
import type { DiskBackupRow } from '#store/schema/disk-backup.ts';
import { reckonedProgress } from '../progress.ts';

/** What a disk held at a moment; it goes with the disk. Times are cloud milliseconds. */
export interface DiskBackup {
  readonly key: Key<'disk-backup'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly disk: Key<'disk'>;
  readonly role: 'system' | 'data';
  readonly sizeGiB: number;
  readonly encrypted: boolean;
  readonly state: DiskBackupState;
  readonly name: string | null;
  readonly createdAt: number;
  readonly expectedAt: number | null;
  /** Whether it is the one of a day, that the disk has by itself. */
  readonly automatic: boolean;
}

export type DiskBackupState = DiskBackupRow['state'];

export function diskBackupOf(row: DiskBackupRow): DiskBackup {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    disk: row.disk,
    role: row.role,
    sizeGiB: row.size_gib,
    encrypted: row.encrypted === 1,
    state: row.state,
    name: row.name,
    createdAt: row.created_at,
    expectedAt: row.expected_at,
    automatic: row.automatic === 1,
  };
}

/** How much of it is made, in percent. A hundred says that it can be used. */
export function progressOf({ state, createdAt, expectedAt }: DiskBackup, now: number): number {
  if (state !== 'creating') return 100;
  return reckonedProgress(createdAt, expectedAt ?? createdAt, now);
}
