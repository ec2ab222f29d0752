import type { Tag } from '#resources/tag/tag.ts';
import type { VpcCidrRule } from '#resources/vpc/cidr-rule.ts';
import { specialRanges } from '#resources/subnet/cidr-rules.ts';
import type { Vpc } from '#resources/vpc/vpc.ts';
import { ownerIdOf } from '../parameters.ts';

/** The page recommends 16 to 28; its own default has 12, and 10.0.0.0/8 is one of its ranges. */
export const vpcCidrRule: VpcCidrRule = {
  allowed: [{ within: { network: 0, bits: 0 }, mask: { bitsMin: 8, bitsMax: 28 } }],
  excluded: specialRanges,
};

/** A network in the vendor's words; its router comes with it and shares its key. */
export function shownVpc(
  vpc: Vpc,
  also: {
    readonly tags: readonly Tag[] | undefined;
    readonly subnets: readonly string[] | undefined;
    /** Its set of DHCP options. */
    readonly dhcp: string | undefined;
  },
) {
  const { key, account, region, name, cidr, ipv6Block, isDefault, createdAt, details } = vpc;
  return {
    CidrBlock: cidr,
    CreationTime: createdAt,
    Description: details.description,
    DhcpOptionsSetId: also.dhcp ?? '',
    DhcpOptionsSetStatus: also.dhcp === undefined ? '' : 'InUse',
    DnsHostnameStatus: details.dnsHostNames ? 'ENABLED' : 'DISABLED',
    EnabledIpv6: ipv6Block !== '',
    Ipv6CidrBlock: ipv6Block,
    Ipv6CidrBlocks: ipv6Block === '' ? [] : [{ Ipv6CidrBlock: ipv6Block, Ipv6Isp: 'BGP' }],
    IsDefault: isDefault,
    OwnerId: ownerIdOf(account),
    RegionId: region,
    ResourceGroupId: details.resourceGroup,
    SecondaryCidrBlocks: details.extraBlocks,
    Status: 'Available',
    Tags: shownTags(also.tags),
    UserCidrs: details.userCidrs,
    VRouterId: key,
    VSwitchIds: also.subnets ?? [],
    VpcId: key,
    VpcName: name ?? '',
  };
}

/** Tags as `Tags` shows them: Key and Value here, TagKey and TagValue in ECS. */
export function shownTags(tags: readonly Tag[] = []) {
  return tags.map(({ name, value }) => ({ Key: name, Value: value }));
}
