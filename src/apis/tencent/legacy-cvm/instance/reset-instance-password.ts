// https://cloud.tencent.com/doc/api/229/重置密码 (seed 004 L53600)
import { action } from '#apis/context.ts';
import { string, structure } from '#wire/builders.ts';
import { passwordFits, unfitPassword } from '../../older-password.ts';
import { resetPasswords } from '../../structs/instance/reset-passwords.ts';
import { batchAnswer } from '../../legacy/each-named.ts';
import { eachInstance, instanceIdsMeant } from './each-instance.ts';

/** Gives instances that are shut down one password, each for itself (L53626). */
export const resetInstancePassword = action.batch({
  name: 'ResetInstancePassword',
  input: structure({
    instanceIds: instanceIdsMeant,
    password: string({ required: true, secret: true }),
  }),
  output: batchAnswer,
  handle: (context, { instanceIds, password: Password }) =>
    eachInstance(context, instanceIds, (scope, key) =>
      resetPasswords(scope, { InstanceIds: [key], Password }, (password, { windows }) =>
        passwordFits(password, windows) ? undefined : unfitPassword(),
      ),
    ),
});
