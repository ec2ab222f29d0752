import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of gateways that all IPv4 traffic of a network passes (D10). */
export const ipv4GatewayFaults = defineFaults('ipv4-gateway', {
  notFound: 'There is no such gateway here. Detail: ipv4-gateway.',
  nameMalformed: 'A gateway may not have that name.',
  descriptionMalformed: 'A gateway may not have that description.',
  exists: 'The network has such a gateway already. Detail: vpc.',
  isNextHop: 'A route leads to the gateway. Detail: ipv4-gateway.',
  enabled: 'The gateway is at work already. Detail: ipv4-gateway.',
  otherVpc: 'The route table is of another network. Detail: route-table.',
  hasDefaultRoute: 'The route table has a route to all addresses. Detail: route-table.',
  tooManyTables: 'A request does not name that many route tables.',
});

/** The same of gateways that the IPv6 traffic of a network passes. */
export const ipv6GatewayFaults = defineFaults('ipv6-gateway', {
  notFound: 'There is no such gateway here. Detail: ipv6-gateway.',
  nameMalformed: 'A gateway may not have that name.',
  descriptionMalformed: 'A gateway may not have that description.',
  exists: 'The network has such a gateway already. Detail: vpc.',
  isNextHop: 'A route leads to the gateway. Detail: ipv6-gateway.',
  noIpv6: 'The network has no IPv6 block. Detail: vpc.',
});
