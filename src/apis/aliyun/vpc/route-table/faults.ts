import type { routeTableFaults } from '#resources/route-table/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createroutetable.
 */
export const routeTableFaultWords: FaultWords<typeof routeTableFaults> = {
  codes: {
    notFound: 'InvalidRouteTable.NotFound 404',
    nameMalformed: 'InvalidParameter',
    descriptionMalformed: 'InvalidParameter',
    quotaExceeded: 'QuotaExceeded',
    isMain: 'OperationDenied',
    hasSubnets: 'DependencyViolation.VSwitch',
    hasRoutes: 'DependencyViolation.RouteEntry',
    otherVpc: 'InvalidParameter',
    notAssociated: 'InvalidVSwitchId.NotFound 404',
  },
  messages: {
    notFound: 'The specified route table does not exist: {route-table}.',
    quotaExceeded: 'The quota of {limit} route tables in one VPC is used up.',
    isMain: 'The route table {route-table} is the system route table of its VPC.',
    hasSubnets: 'There are still VSwitches associated with {route-table}.',
    hasRoutes: 'There are still custom route entries in {route-table}.',
    otherVpc: 'The VSwitch {subnet} and the route table {route-table} are of two VPCs.',
    notAssociated: 'The VSwitch {subnet} is not associated with {route-table}.',
  },
};
