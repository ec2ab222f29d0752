import { defineFaults } from '#kernel/fault.ts';

/** Why an instance does not become one of another type. */
export const typeChangeFaults = defineFaults('type-change', {
  sameType: 'The instance is of that type already. Detail: instance, type.',
  ownHost: "An instance on a host of one's own keeps its type. Detail: instance.",
  localSystemDisk: 'The system disk is local, so it cannot go along. Detail: instance.',
  localDisks: 'Local data disks cannot go along. Detail: instance, family.',
  formerTypeGone: 'The type that the instance has is known no more. Detail: instance.',
  otherFamily: 'The instance stays in its family here. Detail: instance, family.',
  notToFamily: 'No instance of another family becomes one of that. Detail: instance, family.',
  notFromFamily: 'No instance of the family becomes one of another. Detail: instance, family.',
  heterogeneous: 'The processors beside the CPU are of another kind. Detail: instance, family.',
  toGpu: 'An instance without a GPU gets none. Detail: instance, family.',
  fromGpu: 'An instance with a GPU keeps its kind. Detail: instance, family.',
  toArm: 'The system of the instance does not run on ARM. Detail: instance, family.',
  fromArm: 'The system of the instance runs on ARM alone. Detail: instance, family.',
  tooMuchBandwidth: 'The type carries less bandwidth. Detail: instance, limit.',
  tooManyInterfaces: 'The type has fewer interfaces. Detail: instance, limit.',
  tooManyAddresses: 'The type has fewer addresses on an interface. Detail: instance, limit.',
  tooManyDisks: 'The type takes fewer data disks. Detail: instance, limit.',
  notLarger: 'The type is not larger. Detail: instance, type.',
  notSmaller: 'The type is not smaller. Detail: instance, type.',
  stoppedInFamily:
    'It is stopped without charge and would stay in its family. Detail: instance, family.',
  zonesDiffer: 'The instances are in several zones.',
  notHere: 'The machines keep their size. Detail: message.',
  nothingNamed: 'Neither a type nor anything else to change is named.',
  severalNamed: 'The type and the bandwidth are not changed together.',
});
