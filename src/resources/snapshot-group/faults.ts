import { defineFaults } from '#kernel/fault.ts';

/** Why a group of snapshots cannot be made, rolled back to, changed or deleted. */
export const snapshotGroupFaults = defineFaults('snapshot-group', {
  malformed: 'That is no id of a group of snapshots.',
  notFound: 'There is no such group of snapshots. Detail: snapshot-group.',
  diskApart: 'The disks are not of one instance, or not in one zone. Detail: disk.',
  noDisks: 'No disk is left of which a snapshot is made.',
  notMember: 'The snapshot is not in the group. Detail: snapshot, snapshot-group.',
  nameMalformed: 'A group may not have that name.',
  tooMany: 'A group does not have that many disks. Detail: limit.',
  tooLarge: 'The disks of a group are not that large together. Detail: limit.',
  nothingNamed: 'No group is named.',
});
