// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceramrole
import { action } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-instance-ram-role.ts';
import { instanceIds } from './instance-ids.ts';
import { hiddenStates } from './words.ts';

/** An instance without a role is shown with the name '' where it is asked for by its id. */
export const describeInstanceRamRole = action.read({
  model,
  region: 'required',
  input: {
    InstanceIds: instanceIds({ max: 50 }),
    RamRoleName: { max: 64 },
    ...numbered(50),
  },
  rules: [{ rule: 'one-of', fields: ['InstanceIds', 'RamRoleName'] }],
  handle: async (context, { InstanceIds, RamRoleName, PageNumber, PageSize }) => {
    const { region } = context;
    const { total, instances } = await listInstances(context, {
      region,
      keys: InstanceIds,
      roles: RamRoleName === undefined ? undefined : [RamRoleName],
      notStates: hiddenStates,
      ...offsetAndLimit({ PageNumber, PageSize }),
    });
    return {
      TotalCount: total,
      RegionId: region,
      InstanceRamRoleSets: instances.map(({ key, role }) => ({
        InstanceId: key,
        RamRoleName: role ?? '',
      })),
    };
  },
});
