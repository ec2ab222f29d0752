import { diskTable } from '#store/schema/disk.ts';
import { noun } from '../noun.ts';
import { diskFaults } from './faults.ts';

/** A disk, of an instance or of none. */
export const diskNoun = noun({
  name: 'disk',
  tables: { disks: diskTable },
  onReset: 'goes',
  faults: diskFaults,
  hasIds: true,
  tagged: 'disks',
});
