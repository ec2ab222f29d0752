import { ipv6GatewayFaults } from '#resources/internet-gateway/faults.ts';
import type { InternetGateway } from '#resources/internet-gateway/internet-gateway.ts';
import type { ReadScope } from '#resources/scope.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { clientToken } from '../../parameters.ts';
import { description, name, ownerIdOf } from '../parameters.ts';
import { shownTags } from '../vpc/vpc-shapes.ts';

/** What creating a gateway and changing it take alike. */
export const gatewayNames = {
  Name: name(ipv6GatewayFaults.nameMalformed),
  Description: description(ipv6GatewayFaults.descriptionMalformed),
  ClientToken: clientToken,
} as const;

/** Gateways in the vendor's words; they cost nothing and never expire. */
export async function showGateways({ db }: ReadScope, gateways: readonly InternetGateway[]) {
  const keys = gateways.map(({ key }) => key);
  const tags = await tagsOf(db, 'ipv6-gateway', keys);
  return gateways.map((gateway) => ({
    BusinessStatus: 'Normal',
    CreationTime: gateway.createdAt,
    Description: gateway.description,
    ExpiredTime: '',
    InstanceChargeType: 'PostPaid',
    Ipv6GatewayId: gateway.key,
    Name: gateway.name ?? '',
    OwnerId: ownerIdOf(gateway.account),
    RegionId: gateway.region,
    ResourceGroupId: gateway.resourceGroup ?? '',
    Status: 'Available',
    Tags: shownTags(tags.get(gateway.key)),
    VpcId: gateway.vpc,
  }));
}
