import { diskBackupTable } from '#store/schema/disk-backup.ts';
import { noun } from '../noun.ts';
import { diskBackupFaults } from './faults.ts';

/** What a disk held at a moment; it goes with the disk. */
export const diskBackupNoun = noun({
  name: 'disk-backup',
  tables: { disk_backups: diskBackupTable },
  onReset: 'goes',
  faults: diskBackupFaults,
  hasIds: true,
});
