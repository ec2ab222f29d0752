import { defineFaults } from '#kernel/fault.ts';

/** Clusters for high performance computing. */
export const hpcClusterFaults = defineFaults('hpc-cluster', {
  malformed: 'That is no id of a cluster.',
  notFound: 'There is no such cluster. Detail: hpc-cluster.',
  missing: 'The instance type needs a cluster. Detail: type.',
  notForType: 'The instance type takes no cluster.',
  nameMissing: 'The name is empty.',
  nameMalformed: 'A cluster may not have that name.',
  nameTooLong: 'The name has too many characters.',
  descriptionMalformed: 'A cluster may not have that description.',
  kindUnknown: 'There are no such clusters here.',
  tooManyNamed: 'A request does not name that many clusters.',
  idsMalformed: 'That is no list of ids.',
  nothingToModify: 'Neither a name nor a description was given.',
  zoneMismatch: 'The cluster is in another zone. Detail: hpc-cluster, zone.',
  zoneNotSold: 'Nothing is sold in the zone. Detail: zone.',
  quotaExceeded: 'The account may have no more clusters in the region. Detail: region, limit.',
  membersExceeded: 'A cluster may not have that many instances. Detail: hpc-cluster, limit.',
  notEmpty: 'The cluster has instances. Detail: hpc-cluster.',
});
