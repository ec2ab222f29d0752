import { defineFaults } from '#kernel/fault.ts';

/** Groups that keep instances apart, or near to each other. */
export const placementGroupFaults = defineFaults('placement-group', {
  notFound: 'There is no such group.',
  tooMany: 'An instance is not in that many groups.',
  partOutOfRange: 'A group does not have that many parts.',
  notOnHost: 'What is on a dedicated host is in no group.',
  storageSetNotFound: 'There is no such group of storage.',
  storagePartOutOfRange: 'A group of storage does not have that many parts.',
});
