// https://cloud.tencent.com/document/api/598/36217
// and models/tencent/cam.json UpdateRoleConsoleLogin.
import { action } from '#apis/context.ts';
import { changeRole } from '#resources/role/verbs/change-role.ts';
import * as model from '../models/update-role-console-login.ts';
import { range, roleMeant } from './role-fields.ts';

/** Whether the role may log in; nothing logs in here. */
export const updateRoleConsoleLogin = action.write({
  model,
  region: 'none',
  input: { ConsoleLogin: { min: 0, max: 1, reasons: range } },
  handle: async (context, { ConsoleLogin, RoleId, RoleName }) => {
    const role = roleMeant(
      context.vendor,
      RoleId === undefined ? undefined : String(RoleId),
      RoleName,
    );
    await changeRole(context, role, { consoleLogin: ConsoleLogin === 1 });
  },
});
