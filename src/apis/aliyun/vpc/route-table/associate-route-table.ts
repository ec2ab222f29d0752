// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-associateroutetable
import { associate } from '#resources/route-table/verbs/associations.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/associate-route-table.ts';

export const associateRouteTable = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { RouteTableId: table, VSwitchId: subnet }) =>
    associate(context, { table, subnet, region: context.region }),
});
