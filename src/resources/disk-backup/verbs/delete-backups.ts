import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { diskBackupFaults } from '../faults.ts';
import { removeBackups } from '../remove.ts';
import { type BackupsNamed, requireBackups, requireUnusedBackups } from '../require.ts';

/** Deletes backups, all of them or none. */
export const deleteDiskBackups = verb(
  [requireBackups, requireUnusedBackups, diskBackupFaults.notReady],
  async (scope: Scope, named: BackupsNamed): Promise<void> => {
    const backups = await requireBackups(scope, named);
    const making = backups.find(({ state }) => state === 'creating');
    if (making !== undefined) throw diskBackupFaults.notReady({ 'disk-backup': making.key });
    await requireUnusedBackups(scope, backups);
    await removeBackups(scope.db, backups, scope.now);
  },
);
