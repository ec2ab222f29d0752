import { dedicatedHostTable } from '#store/schema/dedicated-host.ts';
import { noun } from '../noun.ts';
import { dedicatedHostFaults } from './faults.ts';

/** A host that one account has to itself. How many it may have no document says. */
export const dedicatedHostNoun = noun({
  name: 'dedicated-host',
  tables: { dedicated_hosts: dedicatedHostTable },
  onReset: 'goes',
  faults: dedicatedHostFaults,
  hasIds: true,
  tagged: 'dedicated_hosts',
  limits: { dedicatedHostsPerRegionMax: 100 },
  limitsBy: { dedicatedHostsPerRegionMax: ['region', 'charge-type'] },
});
