import { defineFaults } from '#kernel/fault.ts';

/** Why the disks of an instance are not resized, or moved to another medium, together with it. */
export const instanceDiskFaults = defineFaults('instance-disk', {
  noneNamed: 'Neither the system disk nor a data disk is named.',
  severalNamed: 'The system disk and a data disk, or several data disks, are named together.',
  notOfInstance: 'The disk is not attached to the instance. Detail: disk, instance.',
  notBoughtWithIt: 'The data disk was not bought with the instance. Detail: instance.',
  localOnly: "On a host of one's own local data disks are resized only. Detail: instance.",
  localSystemDisk: 'A local system disk keeps its size. Detail: instance.',
  localNotHere: "A local data disk keeps its size outside a host of one's own. Detail: instance.",
  notLocal: 'The instance has no local disk to move to another medium. Detail: instance.',
  movedTogether: 'The local disks of an instance are moved to another medium together.',
  mediumUnknown: 'Local disks are not moved to that medium.',
  sizeNotForMedium: 'The disk is not sold in its size on that medium. Detail: minGiB, maxGiB.',
  spot: 'A spot instance keeps the media of its disks. Detail: instance.',
});
