// https://cloud.tencent.com/document/api/598/36224 and models/tencent/cam.json DeleteRole.
import { action } from '#apis/context.ts';
import { deleteRole as deleteRoleVerb } from '#resources/role/verbs/change-role.ts';
import * as model from '../models/delete-role.ts';
import { roleMeant } from './role-fields.ts';

/** Deletes a role with its policies, which no code of the page keeps it for. */
export const deleteRole = action.write({
  model,
  region: 'none',
  handle: (context, { RoleId: id, RoleName: name }) =>
    deleteRoleVerb(context, roleMeant(context.vendor, id, name), 'go'),
});
