// https://cloud.tencent.com/document/api/215/15768 and models/tencent/vpc.json CreateRouteTable.
import { addRouteTable } from '#resources/route-table/verbs/add-route-table.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-route-table.ts';
import { routeTableName, showRouteTable } from './route-table-shapes.ts';

export const createRouteTable = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    RouteTableName: routeTableName,
    Tags: tagsGiven,
  },
  handle: async (context, input) => {
    const table = await addRouteTable(context, {
      vpc: input.VpcId,
      region: context.region,
      name: input.RouteTableName,
      description: '',
      tags: checkedTags(input.Tags),
    });
    return { RouteTable: await showRouteTable(context, table) };
  },
});
