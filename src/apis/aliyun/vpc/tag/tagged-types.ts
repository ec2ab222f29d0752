import type { ResourceTypes } from '../../tagging/resource-types.ts';

/**
 * The types of VPC's resources (today's page of TagResources), written in any case; those without a
 * kind are of products that are not here.
 */
export const vpcTypes: ResourceTypes = new Map([
  ['VPC', 'vpc'],
  ['VSWITCH', 'subnet'],
  ['ROUTETABLE', 'route-table'],
  ['EIP', 'elastic-address'],
  ['VPNGATEWAY', undefined],
  ['NATGATEWAY', 'nat-gateway'],
  ['COMMONBANDWIDTHPACKAGE', 'bandwidth-package'],
  ['PREFIXLIST', 'prefix-list'],
  ['PUBLICIPADDRESSPOOL', undefined],
  ['IPV4GATEWAY', 'ipv4-gateway'],
  ['IPV6GATEWAY', 'ipv6-gateway'],
  ['NETWORKACL', 'network-acl'],
  ['TRAFFICMIRRORFILTER', undefined],
  ['TRAFFICMIRRORSESSION', undefined],
  ['FLOWLOG', undefined],
  ['HAVIP', 'ha-vip'],
  ['DHCPOPTIONSSET', 'dhcp-option-set'],
  ['GATEWAYENDPOINT', undefined],
]);
