import { freeCounts } from '#resources/address/range.ts';
import { mainTableOf } from '#resources/route-table/main-table.ts';
import type { ReadScope } from '#resources/scope.ts';
import type { Subnet } from '#resources/subnet/subnet.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { ownerIdOf } from '../parameters.ts';
import { routeTableType } from '../route-table/route-table-shapes.ts';
import { shownTags } from '../vpc/vpc-shapes.ts';

/** Subnets in the vendor's words, with their free addresses and tags. */
export async function showVSwitches({ db }: ReadScope, subnets: readonly Subnet[]) {
  const keys = subnets.map(({ key }) => key);
  const free = await freeCounts(db, keys);
  const tags = await tagsOf(db, 'subnet', keys);
  return subnets.map((subnet) => ({
    AvailableIpAddressCount: free.get(subnet.key) ?? 0,
    CidrBlock: subnet.cidr,
    CreationTime: subnet.createdAt,
    Description: subnet.description,
    EnabledIpv6: subnet.ipv6Block !== '',
    Ipv6CidrBlock: subnet.ipv6Block,
    IsDefault: subnet.isDefault,
    NetworkAclId: subnet.networkAcl ?? '',
    OwnerId: ownerIdOf(subnet.account),
    ResourceGroupId: '',
    RouteTable: {
      RouteTableId: subnet.routeTable,
      RouteTableType: routeTableType({ isMain: subnet.routeTable === mainTableOf(subnet.vpc) }),
    },
    ShareType: '',
    Status: 'Available',
    Tags: shownTags(tags.get(subnet.key)),
    VSwitchId: subnet.key,
    VSwitchName: subnet.name ?? '',
    VpcId: subnet.vpc,
    ZoneId: subnet.zone,
  }));
}
