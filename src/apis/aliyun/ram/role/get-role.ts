// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getrole
import { action } from '#apis/context.ts';
import { getRole as getRoleVerb } from '#resources/role/verbs/get-role.ts';
import { structure } from '#wire/builders.ts';
import { roleName, shownRole, shownRoleShape } from './role-shapes.ts';

export const getRole = action.read({
  name: 'GetRole',
  region: 'none',
  input: structure({ RoleName: roleName }),
  output: structure({ Role: shownRoleShape }),
  handle: async (context, { RoleName: name }) => {
    const role = await getRoleVerb(context, { vendor: context.vendor, name });
    return { Role: shownRole(role, context.account) };
  },
});
