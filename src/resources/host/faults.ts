import { defineFaults } from '#kernel/fault.ts';

/** Why a launch cannot be put on a dedicated host. */
export const hostFaults = defineFaults('host', {
  malformed: 'That is no id of a host.',
  notFound: 'There is no such dedicated host.',
  noneFits: 'There is no dedicated host that takes the instance type.',
  noRoom: 'No dedicated host has room.',
  typeOfHosts: 'The instance type is one of dedicated hosts alone. Detail: type.',
  clusterNotFound: 'There is no such cluster of dedicated hosts.',
});
