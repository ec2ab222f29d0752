import { diskTable } from '#store/schema/disk.ts';
import { noun } from '../noun.ts';

/** A disk of an instance. */
export const diskNoun = noun({
  name: 'disk',
  tables: { disks: diskTable },
  onReset: 'goes',
  hasIds: true,
  tagged: 'disks',
});
