import type { ipv4GatewayFaults } from '#resources/internet-gateway/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createipv4gateway.
 */
export const ipv4GatewayFaultWords: FaultWords<typeof ipv4GatewayFaults> = {
  codes: {
    notFound: 'ResourceNotFound.Ipv4Gateway',
    nameMalformed: 'InvalidParameter',
    descriptionMalformed: 'InvalidParameter',
    exists: 'OperationDenied.VpcExistIpv4Gateway',
    isNextHop: 'DependencyViolation.RouteEntry',
    // The dot at its end stands on the page.
    enabled: 'OperationFailed.Ipv4GatewayAlreadyActive.',
    otherVpc: 'Mismatch.Ipv4GatewayIdAndRouteTableId',
    hasDefaultRoute: 'OperationDenied.ConflictOfAllZeroRouting',
    tooManyTables: 'InvalidParameter',
  },
  messages: {
    notFound: 'The specified resource ipv4Gateway is not found: {ipv4-gateway}.',
    exists: 'An IPv4 gateway already exists in the VPC {vpc}.',
    isNextHop: 'A route entry leads to the IPv4 gateway {ipv4-gateway}: delete it first.',
    enabled: 'The operation failed because of ipv4Gateway is already active.',
    otherVpc: 'The specified IPv4Gateway and RouteTable {route-table} are not matched.',
    hasDefaultRoute: 'The route table {route-table} has an all-zero route entry already.',
  },
};
