// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listpoliciesforrole
import { action } from '#apis/context.ts';
import { listPolicies } from '#resources/role/verbs/get-role.ts';
import { list, string, structure, time } from '#wire/builders.ts';
import { roleName } from './role-shapes.ts';

/** The policies of a role; a system policy has one version and no description here. */
export const listPoliciesForRole = action.read({
  name: 'ListPoliciesForRole',
  region: 'none',
  input: structure({ RoleName: roleName }),
  output: structure({
    Policies: list(
      structure({
        AttachDate: time({ form: 'seconds' }),
        DefaultVersion: string(),
        Description: string(),
        PolicyName: string(),
        PolicyType: string(),
      }),
      { element: 'Policy' },
    ),
  }),
  handle: async (context, { RoleName: name }) => {
    const policies = await listPolicies(context, { vendor: context.vendor, name });
    return {
      Policies: policies.map(({ name: PolicyName, attachedAt }) => ({
        AttachDate: attachedAt,
        DefaultVersion: 'v1',
        Description: '',
        PolicyName,
        PolicyType: 'System',
      })),
    };
  },
});
