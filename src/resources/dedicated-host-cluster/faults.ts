import { defineFaults } from '#kernel/fault.ts';

/** Why hosts cannot be in a cluster, or a cluster not be what is asked. */
export const dedicatedHostClusterFaults = defineFaults('dedicated-host-cluster', {
  notFound: 'There is no such cluster of dedicated hosts. Detail: dedicated-host-cluster.',
  unusable: 'No host of the cluster takes that. Detail: dedicated-host-cluster.',
  nameMalformed: 'A cluster may not have that name.',
  descriptionMalformed: 'A cluster may not have that description.',
  hasHosts: 'Hosts are in the cluster. Detail: dedicated-host-cluster.',
  zoneNotFound: 'The region has no such zone.',
  quotaExceeded: 'The account may have no more clusters in the region. Detail: limit.',
  tooManyNamed: 'A request does not name that many clusters.',
});
