// https://cloud.tencent.com/document/api/213/15724 (seed 004 L20921)
import { action } from '#apis/context.ts';
import { loginOf } from '../../structs/instance/login.ts';
import { reinstallInput, reinstallInstance } from '../../structs/instance/reinstall.ts';
import * as model from '../models/reset-instance.ts';

/** Installs the system of an instance anew: what is on its system disk is lost. */
export const resetInstance = action.write({
  name: model.name,
  input: reinstallInput,
  output: model.response,
  handle: (context, input) => reinstallInstance(context, input, loginOf),
});
