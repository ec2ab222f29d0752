// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeVpcResourceDashboard.
import { countUsed, type AddressUser } from '#resources/address/used.ts';
import { countNatGateways } from '#resources/nat-gateway/usage.ts';
import { countNetworkAcls } from '#resources/network-acl/usage.ts';
import { tablesOfVpcs } from '#resources/route-table/usage.ts';
import { subnetsOfVpcs } from '#resources/subnet/usage.ts';
import { requireVpcs } from '#resources/vpc/verbs/require-vpcs.ts';
import { action, type ReadContext } from '../../../context.ts';
import { vpcIds } from '../listing.ts';
import * as model from '../models/describe-vpc-resource-dashboard.ts';
import { resourceDashboard } from '../models/resource-dashboard.ts';

/** Addresses of these are counted with what they are of. */
const countedApart: readonly AddressUser[] = ['instance', 'network-interface'];

/** All that the page counts; what other products have is not here. */
const nothing = Object.fromEntries(
  Object.keys(resourceDashboard.fields).map((name) => [name, 0]),
) as { readonly [N in keyof typeof resourceDashboard.fields]: number };

/** What networks hold, counted. */
export const describeVpcResourceDashboard = action.read({
  model,
  input: { VpcIds: { ...vpcIds('vpc'), required: true } },
  handle: async (context, { VpcIds: keys }) => {
    await requireVpcs(context, keys, context.region);
    const ResourceDashboardSet = [];
    for (const vpc of new Set(keys)) ResourceDashboardSet.push(await counted(context, vpc));
    return { ResourceDashboardSet };
  },
});

async function counted(context: ReadContext, vpc: string) {
  const { db } = context;
  const subnets = (await subnetsOfVpcs(context, [vpc])).get(vpc) ?? [];
  const counts = await countUsed(db, { subnets });
  const sum = (of: (kind: AddressUser) => boolean) =>
    counts.filter(({ kind }) => of(kind)).reduce((all, { count }) => all + count, 0);
  return {
    ...nothing,
    VpcId: vpc,
    SubnetId: '',
    Ip: sum((kind) => !countedApart.includes(kind)),
    CVM: sum((kind) => kind === 'instance'),
    Nat: await countNatGateways(db, vpc),
    NetworkACL: await countNetworkAcls(db, vpc),
    RouteTable: ((await tablesOfVpcs(db, [vpc])).get(vpc) ?? []).length,
    Subnet: subnets.length,
  };
}
