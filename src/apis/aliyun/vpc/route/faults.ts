import type { routeFaults } from '#resources/route-table/route-faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createrouteentry.
 */
export const routeFaultWords: FaultWords<typeof routeFaults> = {
  codes: {
    notFound: 'InvalidRouteEntry.NotFound',
    unnamed: 'MissingParameter',
    namedTwice: 'InvalidParameter',
    nameMalformed: 'InvalidParameter',
    descriptionMalformed: 'InvalidParameter',
    ofSystem: 'OperationDenied',
    quotaExceeded: 'QuotaExceeded',
    destinationMalformed: 'InvalidCidrBlock.Malformed',
    destinationInside: 'InvalidCidrBlock',
    destinationReserved: 'InvalidCidrBlock',
    destinationTaken: 'InvalidCIDRBlock.Duplicate',
    nextHopUnknown: 'InvalidParameter',
    nextHopMissing: 'MissingParameter',
    nextHopNotFound: (hop) =>
      'ipv4-gateway' in hop
        ? ['ResourceNotFound.Ipv4Gateway', 'InvalidParameter']
        : ['InvalidParameter'],
    leadsTo: ['DependencyViolation.RouteEntry', 'OperationDenied 403'],
  },
  messages: {
    notFound: 'The route table {route-table} has no such route entry.',
    unnamed: 'RouteTableId is mandatory for this action.',
    namedTwice: 'A route entry is named twice.',
    ofSystem: 'The route entry is of the system and cannot be deleted.',
    quotaExceeded: 'The quota of {limit} route entries in one route table is used up.',
    destinationMalformed: 'The specified CIDR block is not valid: {destination}.',
    destinationInside: '{destination} is inside the CIDR block {within} of a VSwitch.',
    destinationReserved: 'The CIDR block {destination} is one of the cloud services.',
    destinationTaken: 'The route table has a route entry to {destination} already.',
    nextHopUnknown: 'A next hop of the type {kind} is not available.',
    nextHopMissing: 'NextHopId is mandatory for this action.',
    nextHopNotFound: (hop) => `The VPC has no such next hop: ${Object.values(hop).join('')}.`,
    leadsTo: 'A route entry leads to the instance {instance}: delete it first.',
  },
};
