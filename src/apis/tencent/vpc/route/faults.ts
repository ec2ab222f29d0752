import type { routeFaults } from '#resources/route-table/route-faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of routes: https://cloud.tencent.com/document/api/215/15764 first. */
export const routeFaultWords: FaultWords<typeof routeFaults> = {
  codes: {
    notFound: 'ResourceNotFound',
    malformed: 'InvalidParameterValue.Malformed',
    unnamed: 'MissingParameter',
    namedTwice: ['InvalidParameterValue.Duplicate', 'InvalidParameterValue'],
    tooManyNamed: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue'],
    ofSystem: 'UnsupportedOperation.SystemRoute',
    quotaExceeded: 'LimitExceeded',
    destinationMalformed: 'InvalidParameterValue.Malformed',
    destinationInside: 'InvalidParameterValue.VpcCidrConflict',
    destinationReserved: 'InvalidParameterValue',
    destinationTaken: 'InvalidParameterValue.Duplicate',
    nextHopUnknown: ['InvalidParameterValue.RouteNextHopInvalid', 'UnsupportedOperation'],
    nextHopNotFound: ['InvalidParameterValue.RouteNextHopInvalid', 'InvalidParameterValue'],
  },
  messages: {
    notFound: 'The route table `{route-table}` has no such route.',
    unnamed: 'A route needs RouteItemId or RouteId.',
    ofSystem: 'Routes of the system cannot be changed.',
    quotaExceeded: 'The quota of {limit} routes in one route table is used up.',
    destinationMalformed: '`{destination}` is not an IPv4 CIDR block.',
    destinationInside: '`{destination}` is inside of `{within}`, which the VPC has itself.',
    destinationReserved: 'No route goes to `{destination}`.',
    destinationTaken: 'The route table has a route to `{destination}` already.',
    nextHopUnknown:
      'A next hop of type `{kind}` is not available; use NORMAL_CVM, NAT, EIP or HAVIP.',
    nextHopNotFound: (hop) => `The VPC has no next hop \`${Object.values(hop).join('')}\`.`,
  },
};
