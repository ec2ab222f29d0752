// https://cloud.tencent.com/document/api/213/9397 (seed 004 L46672)
import { action } from '#apis/context.ts';
import { boolean, string } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { passwordResetFits, unfitPassword } from '../../older-password.ts';
import { instancesMeant } from '../../structs/instance/instance-ids.ts';
import { resetPasswords } from '../../structs/instance/reset-passwords.ts';
import { userNameAsked } from '../../structs/instance/user-name.ts';

/** Gives instances one password: all of them, or none. Those that run are stopped for it. */
export const resetInstancesPassword = action.write({
  name: 'ResetInstancesPassword',
  input: overlay(instancesMeant, {
    Password: string({ required: true, secret: true }),
    UserName: userNameAsked,
    ForceStop: boolean({ default: false }),
  }),
  handle: (context, input) =>
    resetPasswords(context, input, (password, { windows }) =>
      passwordResetFits(password, windows) ? undefined : unfitPassword(),
    ),
});
