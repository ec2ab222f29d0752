// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-unassociateroutetable
import { dissociate } from '#resources/route-table/verbs/associations.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/unassociate-route-table.ts';

export const unassociateRouteTable = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { RouteTableId: table, VSwitchId: subnet }) =>
    dissociate(context, { table, subnet, region: context.region }),
});
