// https://cloud.tencent.com/doc/api/229/关闭实例 (seed 004 L53263)
import { action } from '#apis/context.ts';
import { stopInstances as stopInstancesVerb } from '#resources/instance/verbs/power.ts';
import { structure } from '#wire/builders.ts';
import { batchAnswer, eachInstance, instanceIdsMeant } from './each-instance.ts';
import { forceStopAsked, stopModeOf } from './force-stop.ts';

/** Stops running instances, each for itself; they are charged on. */
export const stopInstances = action.batch({
  name: 'StopInstances',
  region: 'required',
  input: structure({ instanceIds: instanceIdsMeant, forceStop: forceStopAsked }),
  output: batchAnswer,
  handle: (context, { instanceIds, forceStop }) =>
    eachInstance(context, instanceIds, (scope, key) =>
      stopInstancesVerb(scope, {
        keys: [key],
        region: scope.region,
        mode: stopModeOf(forceStop),
        stopMode: 'keep-charging',
      }),
    ),
});
