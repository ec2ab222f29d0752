// https://cloud.tencent.com/document/api/213/109044 (seed 004 L17363)
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { guestSystems } from '#resources/instance/verbs/guest-systems.ts';
import { enterRescue } from '#resources/instance/verbs/rescue.ts';
import { instanceIdMeant } from '../../structs/instance/instance-ids.ts';
import { passwordIssue } from '../../structs/instance/passwords.ts';
import { stopModeOf, stopTypeAsked } from '../../structs/instance/stop-type.ts';
import { userNameAsked } from '../../structs/instance/user-name.ts';
import * as model from '../models/enter-rescue-mode.ts';

/** Has an instance run the rescue system, with a password of its own. */
export const enterRescueMode = action.write({
  model,
  input: {
    InstanceId: instanceIdMeant,
    Password: { secret: true },
    Username: userNameAsked,
    ForceStop: { deprecated: false },
    StopType: stopTypeAsked,
  },
  handle: async (context, input) => {
    const { InstanceId: instance, Password: password, Username: user } = input;
    const { region } = context;
    const [system] = await guestSystems(context, { keys: [instance], region });
    const issue = passwordIssue(password, { windows: system?.isWindows === true });
    if (issue !== undefined) {
      throw launchFaults.passwordMalformed({ message: `The Password is not allowed: ${issue}.` });
    }
    const mode = stopModeOf(input.StopType, input.ForceStop);
    await enterRescue(context, { instance, region, password, user, mode });
  },
});
