import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of high-availability addresses, in neutral words (D10). */
export const haVipFaults = defineFaults('ha-vip', {
  notFound: 'There is no such high-availability address here. Detail: ha-vip.',
  malformed: 'That is no id of a high-availability address.',
  nameTooLong: 'The name is too long.',
  nameMalformed: 'A high-availability address may not have that name.',
  descriptionMalformed: 'A high-availability address may not have that description.',
  addressMalformed: 'That is no IPv4 address. Detail: address.',
  quotaExceeded: 'The network may have no more high-availability addresses. Detail: vpc, limit.',
  noMachines: 'No interface has a high-availability address as its own here.',
  memberUnknown: 'That is no id of an instance or of an interface.',
  memberElsewhere: 'The instance or interface is in another subnet. Detail: ha-vip.',
  memberTwice: 'That is associated with it already. Detail: ha-vip.',
  memberNotFound: 'That is not associated with it. Detail: ha-vip.',
  memberWrongState: 'The instance is neither running nor stopped. Detail: ha-vip.',
  membersMixed: 'Instances and interfaces are not associated with one at once. Detail: ha-vip.',
  tooManyMembers: 'No more are associated with one. Detail: ha-vip, limit.',
  membersNamed: 'A request names no association, or too many.',
  hasMembers: 'Instances or interfaces are associated with it. Detail: ha-vip.',
  hasElastic: 'An elastic address is bound to it. Detail: ha-vip.',
  hasNoElastic: 'No elastic address is bound to it. Detail: ha-vip.',
  elasticNotFound: 'There is no such elastic address. Detail: address.',
  elasticTaken: 'The elastic address is bound already. Detail: address.',
  isNextHop: 'A route leads to the high-availability address. Detail: ha-vip.',
  filterUnknown: 'A list is not narrowed by that.',
  tooManyFilters: 'A list is not narrowed by so much at once.',
});
