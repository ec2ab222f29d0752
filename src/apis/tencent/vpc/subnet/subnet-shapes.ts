import { cidrSize, reservedByBoth, usableRange } from '#resources/subnet/cidr.ts';
import { cidrOf } from '#resources/subnet/cidr-of-row.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import type { Subnet } from '#resources/subnet/subnet.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { shownTags } from '../../structs/tag/tags.ts';

/** Shortest and longest mask of a subnet. */
export const subnetMask = { bitsMin: 16, bitsMax: 28 };

/** A name: up to 60 characters. */
export const subnetName = {
  max: 60,
  reasons: { length: subnetFaults.nameTooLong, empty: subnetFaults.empty },
} as const;

/** The name of a default subnet, which nobody gave one. */
export const defaultSubnetName = 'Default-Subnet';

/** A subnet in the vendor's words. */
export function shownSubnet(
  subnet: Subnet,
  { free, tags }: { readonly free: number | undefined; readonly tags: readonly Tag[] | undefined },
) {
  const { key, vpc, name, cidr, ipv6Block, networkAcl, isDefault, zone } = subnet;
  const { createdAt, routeTable, broadcast } = subnet;
  const total = usableRange(cidrOf(cidr), reservedByBoth)?.count ?? cidrSize(cidrOf(cidr));
  return {
    VpcId: vpc,
    SubnetId: key,
    SubnetName: name ?? (isDefault ? defaultSubnetName : ''),
    CidrBlock: cidr,
    IsDefault: isDefault,
    EnableBroadcast: broadcast,
    Zone: zone,
    RouteTableId: routeTable,
    CreatedTime: createdAt,
    AvailableIpAddressCount: free ?? 0,
    Ipv6CidrBlock: ipv6Block,
    NetworkAclId: networkAcl ?? '',
    IsRemoteVpcSnat: false,
    TotalIpAddressCount: total,
    TagSet: shownTags(tags),
    CdcId: '',
    IsCdcSubnet: 0,
  };
}
