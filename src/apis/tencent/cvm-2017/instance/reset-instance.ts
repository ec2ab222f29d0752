// https://cloud.tencent.com/document/api/213/9398 (seed 004 L44500)
import { action } from '#apis/context.ts';
import { olderLaunch } from '../../structs/instance/older-launch.ts';
import { reinstallInstance } from '../../structs/instance/reinstall.ts';
import { resetInput } from './disk-inputs.ts';

/** Installs the system of an instance anew; its password is as the generation wants it. */
export const resetInstance = action.write({
  name: 'ResetInstance',
  input: resetInput,
  handle: (context, input) => reinstallInstance(context, input, olderLaunch.login),
});
