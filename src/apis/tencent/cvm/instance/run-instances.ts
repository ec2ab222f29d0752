// https://cloud.tencent.com/document/api/213/15730 (seed 000; seed 004 L8550)
import { action } from '#apis/context.ts';
import { launchInstances } from '#resources/instance/verbs/launch.ts';
import { launchGiven } from '../../structs/instance/launch-input.ts';
import { launchRequestOf } from '../../structs/instance/launch-request.ts';
import { presetLaunch } from '../../structs/instance/preset-launch.ts';
import * as model from '../models/run-instances.ts';

/**
 * Launches instances, which are PENDING until they run; answers their ids. DryRun checks all of it,
 * stock included, and answers a RequestId.
 */
export const runInstances = action.write({
  model,
  input: launchGiven,
  handle: async (context, given) => {
    const input = await presetLaunch(context, given);
    const keys = await launchInstances(context, await launchRequestOf(context, input));
    return { InstanceIdSet: keys };
  },
});
