// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deleterole
import { action } from '#apis/context.ts';
import { deleteRole as deleteRoleVerb } from '#resources/role/verbs/change-role.ts';
import { structure } from '#wire/builders.ts';
import { roleName } from './role-shapes.ts';

/** Deletes a role that has no policies. */
export const deleteRole = action.write({
  name: 'DeleteRole',
  region: 'none',
  input: structure({ RoleName: roleName }),
  output: structure({}),
  handle: (context, { RoleName: name }) =>
    deleteRoleVerb(context, { vendor: context.vendor, name }, 'keep it'),
});
