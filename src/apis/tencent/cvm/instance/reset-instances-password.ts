// https://cloud.tencent.com/document/api/213/15736 (seed 004 L15365)
import { inWords } from '#apis/said.ts';
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeGuests } from '#resources/instance/verbs/change-guests.ts';
import { guestSystems } from '#resources/instance/verbs/guest-systems.ts';
import * as model from '../models/reset-instances-password.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { resetPasswordIssue } from '../../structs/instance/passwords.ts';
import { userNameAsked } from '../../structs/instance/user-name.ts';

/** Whose password it is on Windows where no name is given (L15371). */
const ADMINISTRATOR = 'Administrator';

/** Gives instances one password: all of them, or none. Those that run are stopped for it. */
export const resetInstancesPassword = action.write({
  model,
  region: 'required',
  input: {
    InstanceIds: instanceIdsMeant,
    Password: { secret: true },
    UserName: userNameAsked,
    ForceStop: { default: false },
  },
  rules: [someInstanceIds],
  handle: async (context, { InstanceIds: keys, Password: password, UserName, ForceStop }) => {
    const { region } = context;
    const systems = await guestSystems(context, { keys, region });
    // One rule for all of them: that of Windows where one of them has it (L15432).
    const windows = systems.some(({ isWindows }) => isWindows);
    const userName = UserName ?? ADMINISTRATOR;
    const issue = resetPasswordIssue(password, { windows, userName });
    if (issue !== undefined) {
      throw launchFaults.passwordMalformed({
        message: `The Password is not allowed: ${inWords(issue)}.`,
      });
    }
    await changeGuests(context, {
      keys,
      region,
      operation: 'reset-password',
      wish: UserName === undefined ? {} : { user: UserName },
      password,
      running: ForceStop ? 'stop-and-start' : 'refuse',
      mode: 'soft-then-hard',
      refusesWithoutCharge: true,
    });
  },
});
