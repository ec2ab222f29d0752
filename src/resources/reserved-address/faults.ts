import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of addresses that are kept back, in neutral words (D10). */
export const reservedAddressFaults = defineFaults('reserved-address', {
  notFound: 'There is no such reserved address here. Detail: reserved-address.',
  notInVpc: 'The reserved address is one of another network. Detail: reserved-address, vpc.',
  malformed: 'That is no id of a reserved address.',
  addressMalformed: 'That is no IPv4 address. Detail: address.',
  nameTooLong: 'The name or the description is too long.',
  countMissing: 'It is not said which addresses to reserve, or how many.',
  namedAndCounted: 'Addresses are named and counted at once.',
  countOutOfRange: 'One request does not reserve that many.',
  subnetMissing: 'Of which subnet addresses are to be reserved is not said.',
});
