import { defineFaults } from '#kernel/fault.ts';

/** Clusters for high performance computing. */
export const hpcClusterFaults = defineFaults('hpc-cluster', {
  notFound: 'There is no such cluster.',
  missing: 'The instance type needs a cluster. Detail: type.',
  notForType: 'The instance type takes no cluster.',
});
