// https://cloud.tencent.com/doc/api/229/重置密码 (seed 004 L53600)
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeGuests } from '#resources/instance/verbs/change-guests.ts';
import { guestSystems } from '#resources/instance/verbs/guest-systems.ts';
import { string, structure } from '#wire/builders.ts';
import { passwordFits } from '../../older-password.ts';
import { batchAnswer, eachInstance, instanceIdsMeant } from './each-instance.ts';

/** Gives instances that are shut down one password, each for itself (L53626). */
export const resetInstancePassword = action.batch({
  name: 'ResetInstancePassword',
  region: 'required',
  input: structure({
    instanceIds: instanceIdsMeant,
    password: string({ required: true, secret: true }),
  }),
  output: batchAnswer,
  handle: (context, { instanceIds, password }) =>
    eachInstance(context, instanceIds, async (scope, key) => {
      const which = { keys: [key], region: scope.region };
      for (const { isWindows } of await guestSystems(scope, which)) {
        if (passwordFits(password, isWindows)) continue;
        const message =
          'A password has 8 to 16 characters of two classes; of Windows 12, of three.';
        throw launchFaults.passwordMalformed({ message });
      }
      await changeGuests(scope, {
        ...which,
        operation: 'reset-password',
        wish: {},
        password,
        running: 'refuse',
        mode: 'soft-then-hard',
      });
    }),
});
