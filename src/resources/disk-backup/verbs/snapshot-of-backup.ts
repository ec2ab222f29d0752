import type { Key } from '#kernel/key.ts';
import { disksOfKeys } from '../../disk/by-keys.ts';
import { diskFaults } from '../../disk/faults.ts';
import type { Scope } from '../../scope.ts';
import {
  beginSnapshot,
  requireSnapshotRoom,
  type SnapshotAsked,
} from '../../snapshot/verbs/create-snapshot.ts';
import { verb } from '../../verb.ts';
import { diskBackupFaults } from '../faults.ts';
import { requireReadyBackup } from '../require.ts';

export interface SnapshotOfBackup extends SnapshotAsked {
  readonly backup: Key<'disk-backup'>;
  readonly region: string;
  /** The disk that the backup has to be of, where one is named. */
  readonly disk?: Key<'disk'> | undefined;
}

/** Makes a snapshot of what a backup holds, which then outlives the disk. */
export const createSnapshotOfBackup = verb(
  [
    requireReadyBackup,
    requireSnapshotRoom,
    beginSnapshot,
    diskBackupFaults.otherDisk,
    diskFaults.notFound,
  ],
  async (scope: Scope, request: SnapshotOfBackup): Promise<Key<'snapshot'>> => {
    const { backup: key, disk: meant } = request;
    const backup = await requireReadyBackup(scope, request);
    if (meant !== undefined && meant !== backup.disk) {
      throw diskBackupFaults.otherDisk({ 'disk-backup': key, disk: meant });
    }
    const disks = await disksOfKeys(scope.db, [backup.disk]);
    const [disk] = disks;
    if (disk === undefined) throw diskFaults.notFound({ disk: backup.disk });
    await requireSnapshotRoom(scope, disks);
    const { sizeGiB } = backup;
    return beginSnapshot(scope, { disk: { ...disk, sizeGiB }, instance: null }, request);
  },
);
