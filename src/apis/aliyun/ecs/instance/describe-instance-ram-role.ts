// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceramrole
import { action } from '#apis/context.ts';
import { numbered } from '../../paging.ts';
import * as model from '../models/describe-instance-ram-role.ts';
import { instancePage } from './instance-page.ts';
import { instanceIds } from './instance-ids.ts';

/** An instance without a role is shown with the name '' where it is asked for by its id. */
export const describeInstanceRamRole = action.read({
  model,
  input: {
    InstanceIds: instanceIds({ max: 50 }),
    RamRoleName: { max: 64 },
    ...numbered(50),
  },
  rules: [{ rule: 'one-of', fields: ['InstanceIds', 'RamRoleName'] }],
  handle: async (context, input) => {
    const { RamRoleName: role } = input;
    const { instances, figures } = await instancePage(context, input, {
      keys: input.InstanceIds,
      roles: role === undefined ? undefined : [role],
    });
    return {
      TotalCount: figures.TotalCount,
      RegionId: context.region,
      InstanceRamRoleSets: instances.map(({ key, role }) => ({
        InstanceId: key,
        RamRoleName: role ?? '',
      })),
    };
  },
});
