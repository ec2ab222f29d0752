import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of bandwidth of IPv6 addresses, in neutral words (D10). */
export const ipv6BandwidthFaults = defineFaults('ipv6-bandwidth', {
  notFound: 'There is no such bandwidth here. Detail: ipv6-bandwidth.',
  malformed: 'That is no id of bandwidth of an IPv6 address.',
  addressMalformed: 'That is no IPv6 address.',
  addressNotFound: 'No interface of the account has that IPv6 address. Detail: address.',
  addressLocal: 'The IPv6 address is not one of the internet. Detail: address.',
  addressOpen: 'The IPv6 address has bandwidth already. Detail: address.',
  addressClosed: 'The IPv6 address has no bandwidth. Detail: address.',
  outOfRange: 'That bandwidth is not sold. Detail: min, max.',
  tooManyNamed: 'A request does not name that many addresses, or none.',
  namedTwice: 'Addresses are named in two ways at once.',
  noneNamed: 'It is not said whose bandwidth is meant.',
  chargeNotHere: 'Bandwidth of IPv6 addresses is not paid in that way here.',
  packageNotHere: 'No bandwidth package has IPv6 addresses here.',
});
