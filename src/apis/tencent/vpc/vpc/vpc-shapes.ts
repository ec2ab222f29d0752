import type { Tag } from '#resources/tag/tag.ts';
import type { Vpc } from '#resources/vpc/vpc.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { addressTypeOf } from './address-types.ts';

/** Name servers of the vendor's private networks, as its pages show them (215/15774). */
const nameServers = ['183.60.83.19', '183.60.82.98'];

/** The name of a default network, which nobody gave one. */
export const defaultVpcName = 'Default-VPC';

/** A block beside the first one (AssistantType 0; 1 are those of containers), with its subnets. */
export function shownBlock<S>(vpc: string, block: string, subnets: readonly S[]) {
  return { VpcId: vpc, CidrBlock: block, AssistantType: 0, SubnetSet: subnets };
}

/** A network in the vendor's words. */
export function shownVpc(vpc: Vpc, tags: readonly Tag[] = []) {
  const { key, name, cidr, ipv6Block, isDefault, createdAt, details } = vpc;
  const { dnsServers } = details;
  return {
    VpcName: name ?? (isDefault ? defaultVpcName : ''),
    VpcId: key,
    CidrBlock: cidr,
    IsDefault: isDefault,
    EnableMulticast: details.multicast,
    CreatedTime: createdAt,
    DnsServerSet: dnsServers.length === 0 ? nameServers : dnsServers,
    DomainName: details.domainName,
    DhcpOptionsId: '',
    EnableDhcp: true,
    Ipv6CidrBlock: ipv6Block,
    TagSet: shownTags(tags),
    AssistantCidrSet: details.extraBlocks.map((block) => shownBlock(key, block, [])),
    EnableRouteVpcPublish: details.publishesRoutes,
    Ipv6CidrBlockSet:
      ipv6Block === ''
        ? []
        : [{ IPv6CidrBlock: ipv6Block, ISPType: 'BGP', AddressType: addressTypeOf(ipv6Block) }],
    EnableRouteVpcPublishIpv6: details.publishesRoutesIpv6,
  };
}
