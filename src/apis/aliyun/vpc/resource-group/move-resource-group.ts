// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-moveresourcegroup
import { action } from '#apis/context.ts';
import { resourceGroupFaults } from '#resources/resource-group/faults.ts';
import { joinGroup } from '#resources/resource-group/verbs/join-group.ts';
import { id } from '#wire/builders.ts';
import { resourcesNamed, typeNamed, type ResourceTypes } from '../../tagging/resource-types.ts';
import * as model from '../models/move-resource-group.ts';

/** The types that the page has, in any case; those without a kind are not here. */
const types: ResourceTypes = new Map([
  ['vpc', 'vpc'],
  ['eip', 'elastic-address'],
  ['bandwidthpackage', 'bandwidth-package'],
  ['prefixlist', 'prefix-list'],
  ['publicipaddresspool', undefined],
  ['flowlog', undefined],
  ['havip', 'ha-vip'],
  ['trafficmirrorfilter', undefined],
  ['trafficmirrorsession', undefined],
  ['ipv4gateway', 'ipv4-gateway'],
  ['ipv6gateway', 'ipv6-gateway'],
  ['dhcpoptionsset', 'dhcp-option-set'],
  ['gatewayendpoint', undefined],
]);

/** Puts a resource into a group. */
export const moveResourceGroup = action.write({
  model,
  input: { ResourceId: { max: 128 }, NewResourceGroupId: id('resource-group', { required: true }) },
  handle: async (context, { ResourceType, ResourceId, NewResourceGroupId: group }) => {
    const type = typeNamed(types, ResourceType.toLowerCase());
    const [named] = await resourcesNamed(context, type, [ResourceId]);
    if (named === undefined) throw resourceGroupFaults.resourceNotFound();
    await joinGroup(context, { ...named, region: context.region, group });
  },
});
