import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of rules for packets that arrive at a NAT gateway. */
export const dnatRuleFaults = defineFaults('dnat-rule', {
  notFound: 'The NAT gateway has no such rule.',
  nameMalformed: 'A rule may not have that name.',
  descriptionTooLong: 'The description is too long.',
  quotaExceeded: 'The NAT gateway may have no more such rules. Detail: limit.',
  tooManyNamed: 'A request does not name that many rules.',
  protocolUnknown: 'There are no rules for that protocol.',
  publicPortMalformed: 'That is no port, nor a range of them.',
  privatePortMalformed: 'That is no port, nor a range of as many. Detail: port.',
  privateMalformed: 'That is no IPv4 address. Detail: address.',
  privateOutside: 'The network does not have the private address. Detail: address.',
  privateNoMachine: 'No machine of the network has the private address. Detail: address.',
  publicTaken: 'A rule is for that protocol, public address and port. Detail: address, port.',
  privateTaken: 'A rule leads to that private address and port. Detail: address, port.',
  namedTwice: 'A request names the same protocol, public address and port twice.',
  usedBySnat: 'A rule for what leaves uses the public address. Detail: address.',
});
