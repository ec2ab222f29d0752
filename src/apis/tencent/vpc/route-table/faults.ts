import type { routeTableFaults } from '#resources/route-table/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of vpc 2017-03-12: https://cloud.tencent.com/document/api/215/15763 first. */
export const routeTableFaultWords: FaultWords<typeof routeTableFaults> = {
  codes: {
    notFound: 'ResourceNotFound',
    malformed: 'InvalidParameterValue.Malformed',
    nameTooLong: 'InvalidParameterValue.TooLong',
    nameMalformed: 'InvalidParameterValue.Malformed',
    quotaExceeded: 'LimitExceeded',
    isMain: [
      'UnsupportedOperation.NotSupportDeleteDefaultRouteTable',
      'UnsupportedOperation.DelDefaultRoute',
    ],
    hasSubnets: 'UnsupportedOperation.DelRouteWithSubnet',
    hasRoutes: 'ResourceInUse',
    otherVpc: ['UnsupportedOperation.VpcMismatch', 'InvalidParameterValue'],
  },
  messages: {
    notFound: 'The route table `{route-table}` does not exist.',
    quotaExceeded: 'The quota of {limit} route tables in one VPC is used up.',
    isMain: 'The route table `{route-table}` is the default one of its VPC.',
    hasSubnets: 'The route table `{route-table}` is associated with subnets.',
    hasRoutes: 'The route table `{route-table}` has routes.',
    otherVpc: 'The subnet `{subnet}` and the route table `{route-table}` are of two VPCs.',
  },
};
