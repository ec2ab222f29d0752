import { dedicatedHostClusterTable } from '#store/schema/dedicated-host.ts';
import { noun } from '../noun.ts';
import { dedicatedHostClusterFaults } from './faults.ts';

/** Dedicated hosts that are named together. How many there may be no document says. */
export const dedicatedHostClusterNoun = noun({
  name: 'dedicated-host-cluster',
  tables: { dedicated_host_clusters: dedicatedHostClusterTable },
  onReset: 'goes',
  faults: dedicatedHostClusterFaults,
  hasIds: true,
  tagged: 'dedicated_host_clusters',
  limits: { dedicatedHostClustersPerRegionMax: 100 },
  limitsBy: { dedicatedHostClustersPerRegionMax: ['region'] },
});
