import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of rules for packets that leave through a NAT gateway. */
export const snatRuleFaults = defineFaults('snat-rule', {
  notFound: 'The NAT gateway has no such rule. Detail: snat-rule.',
  malformed: 'That is no id of a rule.',
  nameMalformed: 'A rule may not have that name.',
  descriptionTooLong: 'The description is too long.',
  quotaExceeded: 'The NAT gateway may have no more such rules. Detail: limit.',
  tooManyNamed: 'A request does not name that many rules.',
  unnamed: 'It is not said which rule is meant.',
  sourceMissing: 'It is not said whose packets are meant.',
  sourceTwice: 'It is said twice whose packets are meant.',
  sourceMalformed: 'That is no IPv4 block, or not that of the source. Detail: cidr.',
  sourceOutside: 'The network does not have those addresses. Detail: cidr.',
  sourceTaken: 'A rule of the NAT gateway is for that source. Detail: cidr.',
  cidrTaken: 'A rule of the NAT gateway is for that block. Detail: cidr.',
  usedByDnat: 'A rule for what arrives takes all of the public address. Detail: address.',
  sourceNoMachine: 'No machine of the network has the address. Detail: address.',
  addressMissing: 'A rule needs a public address.',
});
