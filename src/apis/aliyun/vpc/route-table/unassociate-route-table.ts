// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-unassociateroutetable
import { dissociateRouteTable } from '#resources/route-table/verbs/associate-route-table.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/unassociate-route-table.ts';

export const unassociateRouteTable = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { RouteTableId: table, VSwitchId: subnet }) =>
    dissociateRouteTable(context, { table, subnet, region: context.region }),
});
