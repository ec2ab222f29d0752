// https://cloud.tencent.com/document/api/215/15767 and models/tencent/vpc.json
// ReplaceRouteTableAssociation.
import { associate } from '#resources/route-table/verbs/associations.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/replace-route-table-association.ts';
import { routeTableId } from './route-table-shapes.ts';

export const replaceRouteTableAssociation = action.write({
  model,
  input: {
    RouteTableId: routeTableId,
    // The model lets it be absent; an association is of a subnet.
    SubnetId: { ...vpcId('subnet'), required: true },
  },
  handle: (context, { RouteTableId: table, SubnetId: subnet }) =>
    associate(context, { table, subnet, region: context.region }),
});
