// https://cloud.tencent.com/document/api/213/9384 (seed 004 L43015)
import { action } from '#apis/context.ts';
import { launchInstances } from '#resources/instance/verbs/launch.ts';
import { id, list, structure } from '#wire/builders.ts';
import { launchRequestOf } from './launch-request.ts';
import { runInstancesInput } from './run-instances-input.ts';

/** Launches instances, which are PENDING until they run; answers their ids. */
export const runInstances = action.write({
  name: 'RunInstances',
  region: 'required',
  input: runInstancesInput,
  output: structure({ InstanceIdSet: list(id('instance')) }),
  token: 'ClientToken',
  handle: async (context, input) => {
    const keys = await launchInstances(context, launchRequestOf(context, input));
    return { InstanceIdSet: keys };
  },
});
