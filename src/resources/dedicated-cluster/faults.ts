import { defineFaults } from '#kernel/fault.ts';

/** Clusters and servers that are the account's own. */
export const dedicatedClusterFaults = defineFaults('dedicated-cluster', {
  notFound: 'There is no such cluster.',
});
