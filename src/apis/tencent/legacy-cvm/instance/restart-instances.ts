// https://cloud.tencent.com/doc/api/229/重启实例 (seed 004 L53336)
import { action } from '#apis/context.ts';
import { rebootInstances } from '#resources/instance/verbs/power.ts';
import { structure } from '#wire/builders.ts';
import { batchAnswer, eachInstance, instanceIdsMeant } from './each-instance.ts';
import { forceStopAsked, stopModeOf } from './force-stop.ts';

/** Reboots running instances, each for itself. */
export const restartInstances = action.batch({
  name: 'RestartInstances',
  region: 'required',
  input: structure({ instanceIds: instanceIdsMeant, forceStop: forceStopAsked }),
  output: batchAnswer,
  handle: (context, { instanceIds, forceStop }) =>
    eachInstance(context, instanceIds, (scope, key) =>
      rebootInstances(scope, { keys: [key], region: scope.region, mode: stopModeOf(forceStop) }),
    ),
});
