// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeSubnetResourceDashboard.
import { countUsed } from '#resources/address/used.ts';
import { getSubnet } from '#resources/subnet/verbs/get-subnet.ts';
import { action } from '../../../context.ts';
import { vpcIds } from '../listing.ts';
import * as model from '../models/describe-subnet-resource-dashboard.ts';
import { addressUserTypes } from './used-address-words.ts';

/** What has addresses of subnets, counted by the addresses. */
export const describeSubnetResourceDashboard = action.read({
  model,
  input: { SubnetIds: { ...vpcIds('subnet'), required: true } },
  handle: async (context, { SubnetIds: keys }) => {
    const { db, region } = context;
    const subnets = [];
    for (const subnet of new Set(keys)) subnets.push(await getSubnet(context, { subnet, region }));
    const counts = await countUsed(db, { subnets: subnets.map(({ key }) => key) });
    return {
      ResourceStatisticsSet: subnets.map(({ key, vpc }) => {
        const own = counts.filter(({ subnet }) => subnet === key);
        return {
          VpcId: vpc,
          SubnetId: key,
          Ip: own.reduce((sum, { count }) => sum + count, 0),
          ResourceStatisticsItemSet: own.map(({ kind, count }) => ({
            ResourceType: addressUserTypes[kind],
            ResourceName: addressUserTypes[kind],
            ResourceCount: count,
          })),
        };
      }),
    };
  },
});
