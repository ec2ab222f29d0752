// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createroutetable
import { routeTableFaults } from '#resources/route-table/faults.ts';
import { addRouteTable } from '#resources/route-table/verbs/add-route-table.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/create-route-table.ts';
import { description, name } from '../parameters.ts';

export const createRouteTable = action.write({
  model,
  input: {
    // No gateway here has a route table.
    AssociateType: { default: 'VSwitch', values: ['VSwitch'] },
    RouteTableName: name(routeTableFaults.nameMalformed),
    Description: description(routeTableFaults.descriptionMalformed),
    Tag: givenTags,
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    const { key } = await addRouteTable(context, {
      vpc: input.VpcId,
      region: context.region,
      name: input.RouteTableName ?? '',
      description: input.Description ?? '',
      tags: checkedTags(input.Tag),
    });
    return { RouteTableId: key };
  },
});
