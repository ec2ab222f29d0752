// https://cloud.tencent.com/document/api/213/11650 (seed 004 L46672)
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeGuests } from '#resources/instance/verbs/change-guests.ts';
import { guestSystems } from '#resources/instance/verbs/guest-systems.ts';
import { boolean, string } from '#wire/builders.ts';
import { passwordResetFits } from '../../older-password.ts';
import { userNameAsked } from '../../structs/instance/user-name.ts';
import { instancesMeant } from './instance-ids.ts';

/** Gives instances one password: all of them, or none. Those that run are stopped for it. */
export const resetInstancesPassword = action.write({
  name: 'ResetInstancesPassword',
  region: 'required',
  input: {
    ...instancesMeant,
    fields: {
      ...instancesMeant.fields,
      Password: string({ required: true, secret: true }),
      UserName: userNameAsked,
      ForceStop: boolean({ default: false }),
    },
  },
  handle: async (context, { InstanceIds: keys, Password: password, UserName, ForceStop }) => {
    const { region } = context;
    const systems = await guestSystems(context, { keys, region });
    // One rule for all of them: that of Windows where one of them has it (L46727).
    const isWindows = systems.some((system) => system.isWindows);
    if (!passwordResetFits(password, isWindows)) {
      const message = 'A password has 8 to 16 characters of two classes; of Windows 12, of three.';
      throw launchFaults.passwordMalformed({ message });
    }
    await changeGuests(context, {
      keys,
      region,
      operation: 'reset-password',
      wish: UserName === undefined ? {} : { user: UserName },
      password,
      running: ForceStop ? 'stop-and-start' : 'refuse',
      mode: 'soft-then-hard',
    });
  },
});
