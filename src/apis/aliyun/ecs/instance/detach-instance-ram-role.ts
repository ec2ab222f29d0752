// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-detachinstanceramrole
import { action } from '#apis/context.ts';
import { detachRole } from '#resources/instance/verbs/detach-role.ts';
import * as model from '../models/detach-instance-ram-role.ts';
import { instanceIds } from './instance-ids.ts';
import { countsOf, oneByOne, resultsOf } from './one-by-one.ts';

/** Each instance by itself; without a name, whatever role it has. */
export const detachInstanceRamRole = action.batch({
  model,
  input: {
    InstanceIds: instanceIds({ max: 100, required: true }),
    RamRoleName: { max: 64 },
  },
  handle: async (context, { InstanceIds, RamRoleName }) => {
    const { region } = context;
    const detached = new Map<string, string>();
    const done = await oneByOne(context, InstanceIds, async (scope, key) => {
      const role = await detachRole(scope, { key, region, role: RamRoleName });
      if (role !== null) detached.set(key, role);
    });
    return {
      RamRoleName: RamRoleName ?? '',
      ...countsOf(done),
      DetachInstanceRamRoleResults: resultsOf(done, 'Success').map((result) => ({
        ...result,
        InstanceRamRoleSets: [...detached]
          .filter(([key]) => key === result.InstanceId)
          .map(([InstanceId, name]) => ({ InstanceId, RamRoleName: name })),
      })),
    };
  },
});
