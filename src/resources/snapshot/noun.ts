import { snapshotShareTable, snapshotTable } from '#store/schema/snapshot.ts';
import { noun } from '../noun.ts';
import { snapshotFaults } from './faults.ts';

/** What a disk held at a moment; it outlives the disk. */
export const snapshotNoun = noun({
  name: 'snapshot',
  tables: { snapshots: snapshotTable, snapshot_shares: snapshotShareTable },
  onReset: 'goes',
  faults: snapshotFaults,
  hasIds: true,
  tagged: 'snapshots',
  // Alibaba's limit of snapshots that are made by hand; Tencent's documents say 64.
  limits: { snapshotsPerDiskMax: 256 },
});
