// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyroutetableattributes
import { routeTableFaults } from '#resources/route-table/faults.ts';
import { modifyRouteTable } from '#resources/route-table/verbs/modify-route-table.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-route-table-attributes.ts';
import { description, name } from '../parameters.ts';

export const modifyRouteTableAttributes = action.write({
  model,
  input: {
    RouteTableName: name(routeTableFaults.nameMalformed),
    Description: description(routeTableFaults.descriptionMalformed),
  },
  handle: (context, input) =>
    modifyRouteTable(context, {
      table: input.RouteTableId,
      region: context.region,
      name: input.RouteTableName,
      description: input.Description,
      propagates: input.RoutePropagationEnable,
    }),
});
