import { resourceGroupTable } from '#store/schema/resource-group.ts';
import { noun } from '../noun.ts';
import { resourceGroupFaults } from './faults.ts';

/** What an account keeps together, over its regions. */
export const resourceGroupNoun = noun({
  name: 'resource-group',
  tables: { resource_groups: resourceGroupTable },
  onReset: 'goes',
  faults: resourceGroupFaults,
  hasIds: true,
  tagged: 'resource_groups',
});
