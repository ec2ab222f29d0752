// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevrouters
import { tablesOfVpcs } from '#resources/route-table/usage.ts';
import { listVpcs } from '#resources/vpc/verbs/list-vpcs.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-v-routers.ts';

/** A router comes with its network, has its key, and no name of its own. */
export const describeVRouters = action.read({
  model,
  input: numbered(50),
  handle: async (context, input) => {
    const vpc: string | undefined = input.VRouterId;
    const { total, items } = await listVpcs(context, {
      region: context.region,
      filter: { keys: vpc === undefined ? undefined : [vpc] },
      page: offsetAndLimit(input),
    });
    const tables = await tablesOfVpcs(
      context.db,
      items.map(({ key }) => key),
    );
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      VRouters: items.map(({ key, region, createdAt }) => ({
        CreationTime: createdAt,
        Description: '',
        RegionId: region,
        RouteTableIds: tables.get(key) ?? [],
        VRouterId: key,
        VRouterName: '',
        VpcId: key,
      })),
    };
  },
});
