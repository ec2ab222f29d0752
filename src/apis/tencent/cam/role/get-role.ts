// https://cloud.tencent.com/document/api/598/36221 and models/tencent/cam.json GetRole.
import { action } from '#apis/context.ts';
import { getRole as getRoleVerb } from '#resources/role/verbs/get-role.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import * as model from '../models/get-role.ts';
import { roleMeant, shownRole, shownRolePatch } from './role-fields.ts';

export const getRole = action.read({
  model,
  region: 'none',
  output: { RoleInfo: { fields: shownRolePatch } },
  handle: async (context, { RoleId: id, RoleName: name }) => {
    const role = await getRoleVerb(context, roleMeant(context.vendor, id, name));
    const tags = await tagsOf(context.db, 'role', [role.key]);
    return { RoleInfo: shownRole(role, context.account, tags.get(role.key)) };
  },
});
