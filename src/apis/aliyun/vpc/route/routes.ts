import { routeFaults } from '#resources/route-table/route-faults.ts';
import type { DestinationRule } from '#resources/route-table/routes.ts';
import { servicesBlock } from '#resources/route-table/verbs/delete-routes.ts';
import { cidrOf } from '#resources/subnet/cidr-of-row.ts';

/** What may be a next hop; of these here an instance alone (CreateRouteEntry, NextHopType). */
export const nextHopTypes = [
  'Instance',
  'HaVip',
  'RouterInterface',
  'NetworkInterface',
  'VpnGateway',
  'IPv6Gateway',
  'NatGateway',
  'Attachment',
  'VpcPeer',
  'Ipv4Gateway',
  'GatewayEndpoint',
  'Ecr',
  'GatewayLoadBalancerEndpoint',
  'RouteTargetGroup',
] as const;

/** No route is for the addresses of a vSwitch alone, or for the vendor's services. */
export const destinationRule: DestinationRule = {
  inside: 'subnets',
  reserved: [cidrOf(servicesBlock)],
  addresses: true,
};

/** @throws route.nextHopUnknown for several next hops, which no route here has */
export function refuseSeveral(hops: readonly unknown[] | undefined): void {
  if (hops !== undefined && hops.length > 0) throw routeFaults.nextHopUnknown({ kind: 'ECMP' });
}
