// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-joinresourcegroup
import { action } from '#apis/context.ts';
import { resourceGroupFaults } from '#resources/resource-group/faults.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { joinGroup } from '#resources/resource-group/verbs/join-group.ts';
import { resourcesNamed, typeNamed, type ResourceTypes } from '../../tagging/resource-types.ts';
import * as model from '../models/join-resource-group.ts';

/** The types that the page has. */
const types: ResourceTypes = new Map([
  ['instance', 'instance'],
  ['disk', 'disk'],
  ['snapshot', 'snapshot'],
  ['image', 'image'],
  ['securitygroup', 'security-group'],
  ['ddh', 'dedicated-host'],
  ['ddhcluster', 'dedicated-host-cluster'],
  ['eni', 'network-interface'],
  ['keypair', 'key-pair'],
  ['launchtemplate', 'launch-template'],
  // Not on the page, and clients send it.
  ['snapshotpolicy', 'auto-snapshot-policy'],
]);

/** Puts a resource into a group. The model needs none of the inputs, and all three are. */
export const joinResourceGroup = action.write({
  model,
  input: { ResourceId: { max: 128 } },
  handle: async (context, input) => {
    const { ResourceType, ResourceId, ResourceGroupId: group } = input;
    if (ResourceType === undefined) throw tagFaults.kindMissing();
    if (ResourceId === undefined) throw tagFaults.resourceMissing();
    if (group === undefined) throw resourceGroupFaults.missing();
    const [named] = await resourcesNamed(context, typeNamed(types, ResourceType), [ResourceId]);
    if (named === undefined) throw resourceGroupFaults.resourceNotFound();
    await joinGroup(context, { ...named, region: context.region, group });
  },
});
