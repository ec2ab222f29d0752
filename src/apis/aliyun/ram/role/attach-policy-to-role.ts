// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-attachpolicytorole
import { action } from '#apis/context.ts';
import { roleFaults } from '#resources/role/faults.ts';
import { attachPolicy } from '#resources/role/verbs/change-role.ts';
import { structure } from '#wire/builders.ts';
import { policyAndRole, policyNamed } from './role-policies.ts';

export const attachPolicyToRole = action.write({
  name: 'AttachPolicyToRole',
  region: 'none',
  input: structure(policyAndRole),
  output: structure({}),
  handle: async (context, { PolicyType, PolicyName, RoleName: name }) => {
    const policy = policyNamed(PolicyType, PolicyName);
    const isNew = await attachPolicy(context, { vendor: context.vendor, name }, policy);
    if (!isNew) throw roleFaults.policyAttached({ policy: PolicyName });
  },
});
