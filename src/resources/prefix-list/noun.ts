import { prefixListTable } from '#store/schema/prefix-list.ts';
import { noun } from '../noun.ts';
import { prefixListFaults } from './faults.ts';

/** Blocks of addresses under one name. */
export const prefixListNoun = noun({
  name: 'prefix-list',
  tables: { prefix_lists: prefixListTable },
  onReset: 'goes',
  faults: prefixListFaults,
  hasIds: true,
  tagged: 'prefix_lists',
  limits: { prefixListsPerRegionMax: 100 },
  limitsBy: { prefixListsPerRegionMax: ['region'] },
});
