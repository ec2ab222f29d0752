// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-detachpolicyfromrole
import { action } from '#apis/context.ts';
import { roleFaults } from '#resources/role/faults.ts';
import { detachPolicy } from '#resources/role/verbs/change-role.ts';
import { structure } from '#wire/builders.ts';
import { policyAndRole, policyNamed } from './role-policies.ts';

export const detachPolicyFromRole = action.write({
  name: 'DetachPolicyFromRole',
  region: 'none',
  input: structure(policyAndRole),
  output: structure({}),
  handle: async (context, { PolicyType, PolicyName, RoleName: name }) => {
    const { name: policy } = policyNamed(PolicyType, PolicyName);
    const had = await detachPolicy(context, { vendor: context.vendor, name }, policy);
    if (!had) throw roleFaults.policyNotAttached({ policy });
  },
});
