import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { type DiskBackup, diskBackupOf } from './disk-backup.ts';
import { diskBackupFaults } from './faults.ts';
import { backupsBeingCopied, backupsByKeys } from './table.ts';

export interface BackupsNamed {
  readonly keys: ReadonlyArray<Key<'disk-backup'>>;
  readonly region: string;
}

/** Backups of the account, in the order in which they are named; each once. */
export const requireBackups = verb(
  [diskBackupFaults.notFound],
  async (scope: ReadScope, { keys, region }: BackupsNamed): Promise<readonly DiskBackup[]> => {
    const rows = await scope.db.all(backupsByKeys, { keys });
    const own = rows.filter(
      (row) => row.account === scope.account && row.region === region && scope.sees(row.zone),
    );
    const found = new Map(own.map((row) => [row.key, diskBackupOf(row)] as const));
    return [...new Set(keys)].map((key) => {
      const backup = found.get(key);
      if (backup === undefined) throw diskBackupFaults.notFound({ 'disk-backup': key });
      return backup;
    });
  },
);

/** The same for one that is made, and that nothing is done with. */
export const requireReadyBackup = verb(
  [requireBackups, diskBackupFaults.notReady, diskBackupFaults.inUse],
  async (
    scope: ReadScope,
    { backup: key, region }: { readonly backup: Key<'disk-backup'>; readonly region: string },
  ): Promise<DiskBackup> => {
    const [backup] = await requireBackups(scope, { keys: [key], region });
    if (backup === undefined) throw diskBackupFaults.notFound({ 'disk-backup': key });
    if (backup.state === 'creating') throw diskBackupFaults.notReady({ 'disk-backup': key });
    if (backup.state === 'restoring') throw diskBackupFaults.inUse({ 'disk-backup': key });
    return backup;
  },
);

/** Throws where a disk is rolled back to one of the backups, or a snapshot is made from it. */
export const requireUnusedBackups = verb(
  [diskBackupFaults.inUse],
  async ({ db }: ReadScope, backups: readonly DiskBackup[]): Promise<void> => {
    const restoring = backups.find(({ state }) => state === 'restoring');
    if (restoring !== undefined) throw diskBackupFaults.inUse({ 'disk-backup': restoring.key });
    const [copied] = await db.all(backupsBeingCopied, { keys: backups.map(({ key }) => key) });
    if (copied !== undefined) throw diskBackupFaults.inUse({ 'disk-backup': copied.backup ?? '' });
  },
);
