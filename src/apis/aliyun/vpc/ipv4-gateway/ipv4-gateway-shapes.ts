import { ipv4GatewayFaults } from '#resources/internet-gateway/faults.ts';
import type { InternetGateway } from '#resources/internet-gateway/internet-gateway.ts';
import type { ReadScope } from '#resources/scope.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { clientToken } from '../../parameters.ts';
import { description, name } from '../parameters.ts';
import { shownTags } from '../vpc/vpc-shapes.ts';

/** What creating a gateway and changing it take alike. */
export const gatewayNames = {
  Ipv4GatewayName: name(ipv4GatewayFaults.nameMalformed),
  Ipv4GatewayDescription: description(ipv4GatewayFaults.descriptionMalformed),
  ClientToken: clientToken,
} as const;

/** Gateways in the vendor's words; no route table here is one for what arrives. */
export async function showGateways({ db }: ReadScope, gateways: readonly InternetGateway[]) {
  const keys = gateways.map(({ key }) => key);
  const tags = await tagsOf(db, 'ipv4-gateway', keys);
  return gateways.map((gateway) => ({
    Enabled: gateway.isEnabled,
    Ipv4GatewayDescription: gateway.description,
    Ipv4GatewayId: gateway.key,
    Ipv4GatewayName: gateway.name ?? '',
    Ipv4GatewayRouteTableId: '',
    ResourceGroupId: gateway.resourceGroup ?? '',
    Status: 'Created',
    Tags: shownTags(tags.get(gateway.key)),
    VpcId: gateway.vpc,
  }));
}
