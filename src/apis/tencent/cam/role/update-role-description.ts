// https://cloud.tencent.com/document/api/598/36218
// and models/tencent/cam.json UpdateRoleDescription.
import { action } from '#apis/context.ts';
import { changeRole } from '#resources/role/verbs/change-role.ts';
import * as model from '../models/update-role-description.ts';
import { descriptionPatch, roleMeant } from './role-fields.ts';

export const updateRoleDescription = action.write({
  model,
  region: 'none',
  input: { Description: descriptionPatch },
  handle: async (context, { Description: description, RoleId: id, RoleName: name }) => {
    await changeRole(context, roleMeant(context.vendor, id, name), { description });
  },
});
