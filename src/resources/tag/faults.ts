import { defineFaults } from '#kernel/fault.ts';

/** Why a tag cannot be. */
export const tagFaults = defineFaults('tag', {
  tooMany: 'A resource does not have that many tags. Detail: its kind, limit.',
  resourceNotFound: 'There is no such resource. Detail: its kind.',
  keyExists: 'The resource has a tag of that key. Detail: its kind, tag.',
  keyTwice: 'A key is given twice.',
  keyMalformed: 'A tag may not have that key.',
  keyTooLong: 'The key is empty or too long.',
  keyReserved: 'The key is one of the cloud itself.',
  valueMalformed: 'A tag may not have that value.',
  keyMissing: 'A value is given without its key.',
  filterTooMany: 'A list is not narrowed by that many tags.',
});
