// https://cloud.tencent.com/document/api/213/15736 (seed 004 L15365)
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import * as model from '../models/reset-instances-password.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { resetPasswordIssue } from '../../structs/instance/passwords.ts';
import { resetPasswords } from '../../structs/instance/reset-passwords.ts';
import { userNameAsked } from '../../structs/instance/user-name.ts';

/** Gives instances one password: all of them, or none. Those that run are stopped for it. */
export const resetInstancesPassword = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    Password: { secret: true },
    UserName: userNameAsked,
    ForceStop: { default: false },
  },
  rules: [someInstanceIds],
  handle: (context, input) =>
    resetPasswords(context, input, (password, system) => {
      const issue = resetPasswordIssue(password, system);
      const message = `The Password is not allowed: ${issue}.`;
      return issue && launchFaults.passwordMalformed({ message });
    }),
});
