// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyautoprovisioninggroup
import { action } from '#apis/context.ts';
import { provisioningGroupFaults as faults } from '#resources/provisioning-group/faults.ts';
import { changeGroup, getGroup } from '#resources/provisioning-group/verbs/groups.ts';
import { number } from '#wire/builders.ts';
import * as model from '../models/modify-auto-provisioning-group.ts';
import { capacityOf, excess, groupId, groupName, pools, rest } from './group-fields.ts';

/** Changes what of a group still counts once it has delivered: not its capacity, nor its pools. */
export const modifyAutoProvisioningGroup = action.write({
  model,
  input: {
    AutoProvisioningGroupId: groupId,
    AutoProvisioningGroupName: groupName,
    DefaultTargetCapacityType: rest,
    ExcessCapacityTerminationPolicy: excess,
    LaunchTemplateConfig: pools,
    MaxSpotPrice: number({ min: 0 }),
    PayAsYouGoTargetCapacity: { max: 16 },
    SpotTargetCapacity: { max: 16 },
    TotalTargetCapacity: { max: 16 },
  },
  handle: async (context, input) => {
    const named = { region: context.region, key: input.AutoProvisioningGroupId };
    const { key, spec } = await getGroup(context, named);
    const isSame = (text: string | undefined, now: number): boolean =>
      text === undefined || capacityOf(text) === now;
    const keeps =
      isSame(input.TotalTargetCapacity, spec.total) &&
      isSame(input.PayAsYouGoTargetCapacity, spec.onDemand) &&
      isSame(input.SpotTargetCapacity, spec.spot) &&
      input.LaunchTemplateConfig === undefined;
    if (!keeps) throw faults.capacityFixed({ 'provisioning-group': key });
    await changeGroup(context, named, {
      ...(input.AutoProvisioningGroupName !== undefined && {
        name: input.AutoProvisioningGroupName,
      }),
      ...(input.ExcessCapacityTerminationPolicy !== undefined && {
        excess: input.ExcessCapacityTerminationPolicy,
      }),
      ...(input.DefaultTargetCapacityType !== undefined && {
        rest:
          input.DefaultTargetCapacityType === 'Spot' ? ('spot' as const) : ('on-demand' as const),
      }),
      ...(input.MaxSpotPrice !== undefined && { maxSpotPrice: input.MaxSpotPrice }),
      ...(input.TerminateInstancesWithExpiration !== undefined && {
        terminatesAtEnd: input.TerminateInstancesWithExpiration,
      }),
    });
  },
});
