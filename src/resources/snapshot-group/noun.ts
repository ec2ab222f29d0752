import { snapshotGroupTable } from '#store/schema/snapshot-group.ts';
import { noun } from '../noun.ts';
import { snapshotGroupFaults } from './faults.ts';

/** Snapshots that were made together, of disks of one instance. */
export const snapshotGroupNoun = noun({
  name: 'snapshot-group',
  tables: { snapshot_groups: snapshotGroupTable },
  onReset: 'goes',
  faults: snapshotGroupFaults,
  hasIds: true,
  tagged: 'snapshot_groups',
});
