import { hpcClusterTable } from '#store/schema/hpc-cluster.ts';
import { noun } from '../noun.ts';
import { hpcClusterFaults } from './faults.ts';

/** Instances for high performance computing in one network. */
export const hpcClusterNoun = noun({
  name: 'hpc-cluster',
  tables: { hpc_clusters: hpcClusterTable },
  onReset: 'goes',
  faults: hpcClusterFaults,
  hasIds: true,
  tagged: 'hpc_clusters',
  // Instances: Tencent's example (seed 004 L34986). No document has a number of clusters.
  limits: { hpcClustersPerRegionMax: 50, hpcClusterMembersMax: 50 },
  limitsBy: { hpcClustersPerRegionMax: ['region'] },
  counted: { table: 'hpc_clusters', scope: 'hpc-clusters' },
});
