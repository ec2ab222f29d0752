import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of prefix lists, in neutral words (D10). */
export const prefixListFaults = defineFaults('prefix-list', {
  notFound: 'There is no such prefix list here. Detail: prefix-list.',
  nameMalformed: 'A prefix list may not have that name.',
  descriptionMalformed: 'A prefix list may not have that description.',
  familyUnknown: 'A prefix list is of IPv4 or IPv6.',
  sizeOutOfRange: 'A prefix list may not have that many entries.',
  quotaExceeded: 'The account may have no more prefix lists in the region. Detail: region, limit.',
  tooManyNamed: 'A request does not name that many prefix lists.',
  tooManyEntries: 'A request does not name that many entries.',
  entriesExceeded: 'The prefix list has no more entries. Detail: limit.',
  entryMalformed: 'That is no block of addresses of its family. Detail: cidr.',
  entryTwice: 'The same block is there twice. Detail: cidr.',
  entryNotFound: 'The prefix list has no such entry. Detail: cidr.',
  entryDescriptionMalformed: 'An entry may not have that description.',
  inUse: 'A rule of a security group names the prefix list. Detail: prefix-list.',
});
