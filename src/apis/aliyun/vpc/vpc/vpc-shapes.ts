import type { Tag } from '#resources/tag/tag.ts';
import type { Vpc } from '#resources/vpc/vpc.ts';
import { boolean, id, integer, list, string, structure, time } from '#wire/builders.ts';
import { ownerIdOf } from '../parameters.ts';

/** Tags of this service are Key and Value; those of ECS are TagKey and TagValue. */
export const tagsShown = list(structure({ Key: string(), Value: string() }), { element: 'Tag' });

/** What DescribeVpcs and DescribeVpcAttribute both tell of a network. */
export const vpcFields = {
  CidrBlock: string(),
  CreationTime: time({ form: 'seconds' }),
  Description: string(),
  DhcpOptionsSetId: string(),
  DhcpOptionsSetStatus: string(),
  DnsHostnameStatus: string(),
  EnabledIpv6: boolean(),
  Ipv6CidrBlock: string(),
  Ipv6CidrBlocks: list(structure({ Ipv6CidrBlock: string(), Ipv6Isp: string() }), {
    element: 'Ipv6CidrBlock',
  }),
  IsDefault: boolean(),
  OwnerId: integer(),
  RegionId: id('region'),
  ResourceGroupId: string(),
  SecondaryCidrBlocks: list(string(), { element: 'SecondaryCidrBlock' }),
  Status: string(),
  Tags: tagsShown,
  UserCidrs: list(string(), { element: 'UserCidr' }),
  VRouterId: id('router'),
  VSwitchIds: list(id('subnet'), { element: 'VSwitchId' }),
  VpcId: id('vpc'),
  VpcName: string(),
} as const;

/** A network in the vendor's words; its router and route table come with it and share its key. */
export function shownVpc(
  vpc: Vpc,
  also: {
    readonly tags: readonly Tag[] | undefined;
    readonly subnets: readonly string[] | undefined;
  },
) {
  const { key, account, region, name, cidr, isDefault, createdAt, details } = vpc;
  return {
    CidrBlock: cidr,
    CreationTime: createdAt,
    Description: details.description,
    DhcpOptionsSetId: '',
    DhcpOptionsSetStatus: '',
    DnsHostnameStatus: details.dnsHostNames ? 'ENABLED' : 'DISABLED',
    EnabledIpv6: false,
    Ipv6CidrBlock: '',
    Ipv6CidrBlocks: [],
    IsDefault: isDefault,
    OwnerId: ownerIdOf(account),
    RegionId: region,
    ResourceGroupId: details.resourceGroup,
    SecondaryCidrBlocks: [],
    Status: 'Available',
    Tags: shownTags(also.tags),
    UserCidrs: details.userCidrs,
    VRouterId: key,
    VSwitchIds: also.subnets ?? [],
    VpcId: key,
    VpcName: name ?? '',
  };
}

/** Tags as `Tags` shows them. */
export function shownTags(tags: readonly Tag[] = []) {
  return tags.map(({ name, value }) => ({ Key: name, Value: value }));
}
