// https://cloud.tencent.com/doc/api/229/启动实例 (seed 004 L53192)
import { action } from '#apis/context.ts';
import { startInstances as startInstancesVerb } from '#resources/instance/verbs/power.ts';
import { structure } from '#wire/builders.ts';
import { batchAnswer, eachInstance, instanceIdsMeant } from './each-instance.ts';

/** Boots stopped instances, each for itself. */
export const startInstances = action.batch({
  name: 'StartInstances',
  region: 'required',
  input: structure({ instanceIds: instanceIdsMeant }),
  output: batchAnswer,
  handle: (context, { instanceIds }) =>
    eachInstance(context, instanceIds, (scope, key) =>
      startInstancesVerb(scope, { keys: [key], region: scope.region }),
    ),
});
