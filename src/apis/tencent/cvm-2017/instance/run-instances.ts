// https://cloud.tencent.com/document/api/213/9384 (seed 004 L43015)
import { action } from '#apis/context.ts';
import { launchInstances } from '#resources/instance/verbs/launch.ts';
import { id, list, structure } from '#wire/builders.ts';
import { launchOf2017 } from './launch-of-2017.ts';
import { runInstancesInput } from './run-instances-input.ts';

/** Launches instances, which are PENDING until they run; answers their ids. */
export const runInstances = action.write({
  name: 'RunInstances',
  input: runInstancesInput,
  output: structure({ InstanceIdSet: list(id('instance')) }),
  handle: async (context, input) => {
    const keys = await launchInstances(context, await launchOf2017(context, input));
    return { InstanceIdSet: keys };
  },
});
