// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-attachinstanceramrole
import { action } from '#apis/context.ts';
import { requireRole } from '#resources/role/require-role.ts';
import { attachRole } from '#resources/instance/verbs/attach-role.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import * as model from '../models/attach-instance-ram-role.ts';
import { instanceIds } from './instance-ids.ts';
import { countsOf, oneByOne, resultsOf } from './one-by-one.ts';

/** Each instance by itself; one that has a role already keeps it. */
export const attachInstanceRamRole = action.batch({
  model,
  input: {
    InstanceIds: instanceIds({ max: 100, required: true }),
    Policy: { min: 1, max: 1_024 },
    RamRoleName: { min: 1, max: 64 },
  },
  handle: async (context, { InstanceIds, Policy, RamRoleName }) => {
    if (Policy !== undefined) throw policyNotServed();
    const { region } = context;
    const done = await oneByOne(context, InstanceIds, async (scope, key) => {
      await requireRole(scope, context.vendor, RamRoleName);
      await attachRole(scope, { key, region, role: RamRoleName });
    });
    return {
      RamRoleName,
      ...countsOf(done),
      AttachInstanceRamRoleResults: resultsOf(done, 'Success'),
    };
  },
});

/** Access management is not served, so nothing could be restricted by a policy. */
function policyNotServed(): ParameterFault {
  const problem = 'cannot be applied: access management is not served here';
  return new ParameterFault(undefined, { constraint: 'value', at: 'Policy', problem });
}
