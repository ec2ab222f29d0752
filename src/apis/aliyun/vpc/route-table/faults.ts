import type { routeTableFaults } from '#resources/route-table/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createroutetable.
 */
export const routeTableFaultWords: FaultWords<typeof routeTableFaults> = {
  codes: {
    notFound: 'InvalidRouteTable.NotFound 404',
  },
  messages: {
    notFound: 'The specified route table does not exist: {route-table}.',
  },
};
