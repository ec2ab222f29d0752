// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeautoprovisioninggroupinstances
import { action } from '#apis/context.ts';
import { systemOf } from '#resources/image/system.ts';
import { instancesOfGroup } from '#resources/provisioning-group/verbs/groups.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { hiddenStates, statusOf } from '../instance/words.ts';
import * as model from '../models/describe-auto-provisioning-group-instances.ts';
import { groupId } from './group-fields.ts';

/** What a group has delivered and is still there. */
export const describeAutoProvisioningGroupInstances = action.read({
  model,
  input: { AutoProvisioningGroupId: groupId, ...numbered(100) },
  handle: async (context, input) => {
    const { region, cloud } = context;
    const { AutoProvisioningGroupId: key, PageNumber, PageSize } = input;
    const all = await instancesOfGroup(context, { region, key });
    const found = all.filter(({ state }) => !hiddenStates.includes(state));
    const { offset, limit } = offsetAndLimit(input);
    return {
      TotalCount: found.length,
      PageNumber,
      PageSize,
      Instances: found.slice(offset, offset + limit).map((instance) => ({
        CPU: instance.cpu,
        CreationTime: instance.createdAt,
        InstanceId: instance.key,
        InstanceType: instance.type,
        IoOptimized: true,
        IsSpot: instance.chargeType === 'spot',
        Memory: instance.memoryMiB,
        NetworkType: 'vpc',
        OsType: systemOf(cloud.catalogue, instance)?.osFamily === 'windows' ? 'windows' : 'linux',
        RegionId: region,
        Status: statusOf(instance),
        ZoneId: instance.zone,
      })),
    };
  },
});
