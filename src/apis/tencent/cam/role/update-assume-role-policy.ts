// https://cloud.tencent.com/document/api/598/36219
// and models/tencent/cam.json UpdateAssumeRolePolicy.
import { action } from '#apis/context.ts';
import { readTrust } from '#resources/role/trust-document.ts';
import { changeRole } from '#resources/role/verbs/change-role.ts';
import * as model from '../models/update-assume-role-policy.ts';
import { documentPatch, grammar, roleMeant } from './role-fields.ts';

/** Says anew who may take a role. */
export const updateAssumeRolePolicy = action.write({
  model,
  region: 'none',
  input: { PolicyDocument: documentPatch },
  handle: async (context, { PolicyDocument: document, RoleId: id, RoleName: name }) => {
    const role = roleMeant(context.vendor, id, name);
    await changeRole(context, role, { document, ...readTrust(document, grammar) });
  },
});
