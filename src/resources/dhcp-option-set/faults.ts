import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of sets of DHCP options, in neutral words (D10). */
export const dhcpOptionSetFaults = defineFaults('dhcp-option-set', {
  notFound: 'There is no such set of DHCP options here. Detail: dhcp-option-set.',
  nameMalformed: 'A set may not have that name.',
  descriptionMalformed: 'A set may not have that description.',
  domainMalformed: 'That is no name of a domain.',
  serversMalformed: 'Those are no addresses of name servers. Detail: servers.',
  serversExceeded: 'A set does not have that many name servers. Detail: limit.',
  leaseMalformed: 'An address is not lent for that long.',
  ipv6LeaseMalformed: 'An IPv6 address is not lent for that long.',
  quotaExceeded: 'The region may have no more sets. Detail: region, limit.',
  tooManyNamed: 'A request does not name that many sets.',
  vpcsExceeded: 'The set may have no more networks. Detail: dhcp-option-set, limit.',
  inUse: 'Networks have the set. Detail: dhcp-option-set.',
  vpcHasOne: 'The network has a set already. Detail: vpc.',
  vpcHasNone: 'The network has no set. Detail: vpc.',
  vpcHasOther: 'The network has another set. Detail: vpc, dhcp-option-set.',
});
