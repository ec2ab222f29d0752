import { internetGatewayTable } from '#store/schema/internet-gateway.ts';
import { noun } from '../noun.ts';
import { ipv4GatewayFaults, ipv6GatewayFaults } from './faults.ts';

/** What the IPv4 traffic of a network passes; the table has those of both families. */
export const ipv4GatewayNoun = noun({
  name: 'ipv4-gateway',
  tables: { internet_gateways: internetGatewayTable },
  onReset: 'goes',
  faults: ipv4GatewayFaults,
  hasIds: true,
  tagged: 'internet_gateways',
});

/** What its IPv6 traffic passes. */
export const ipv6GatewayNoun = noun({
  name: 'ipv6-gateway',
  faults: ipv6GatewayFaults,
  hasIds: true,
  tagged: 'internet_gateways',
});
