import { defineFaults } from '#kernel/fault.ts';

/** Why a tag cannot be. */
export const tagFaults = defineFaults('tag', {
  tooMany: 'A resource does not have that many tags. Detail: its kind, limit.',
  resourceNotFound: 'There is no such resource. Detail: its kind.',
  keyExists: 'The resource has a tag of that key. Detail: its kind, tag.',
  keyTwice: 'A key is given twice.',
  resourceMalformed: 'What names the resource has not the form for it.',
  serviceUnknown: 'There is no such service whose resources have tags.',
  kindUnknown: 'There is no such kind of resources that have tags.',
  regionUnknown: 'There is no such region.',
  ownerUnknown: 'The resource is said to be of another account.',
  notAttached: 'The resource has no tag of that key. Detail: its kind, tag.',
  bothSetAndRemoved: 'A key is to be set and to be removed.',
  nothingToChange: 'No tag is named.',
  tooManyAtOnce: 'A request does not name that many tags.',
  tooManyResources: 'A request does not name that many resources.',
  keyEmpty: 'The key is empty.',
  keyMalformed: 'A tag may not have that key.',
  keyTooLong: 'The key is too long.',
  keyReserved: 'The key is one of the cloud itself.',
  valueMalformed: 'A tag may not have that value.',
  valueTooLong: 'The value is too long.',
  keyMissing: 'A value is given without its key.',
  filterTooMany: 'A list is not narrowed by that many tags.',
});
