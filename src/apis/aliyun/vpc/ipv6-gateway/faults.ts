import type { ipv6GatewayFaults } from '#resources/internet-gateway/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28 of IPv6 gateways, of which no copy has a table: such as
 * https://www.alibabacloud.com/help/en/ipv6-gateway/developer-reference/api-createipv6gateway.
 */
export const ipv6GatewayFaultWords: FaultWords<typeof ipv6GatewayFaults> = {
  codes: {
    notFound: 'InvalidIpv6Gateway.NotFound 404',
    nameMalformed: 'InvalidParameter',
    descriptionMalformed: 'InvalidParameter',
    exists: 'InvalidParameter',
    isNextHop: 'DependencyViolation.RouteEntry',
    noIpv6: 'InvalidParameter',
  },
  messages: {
    notFound: 'Specified Ipv6Gateway does not exist: {ipv6-gateway}.',
    exists: 'The VPC {vpc} has an IPv6 gateway already.',
    isNextHop: 'A route entry leads to the IPv6 gateway {ipv6-gateway}: delete it first.',
  },
};
