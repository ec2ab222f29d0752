// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-stopinstances
import { action } from '#apis/context.ts';
import { stopInstances as stopAll } from '#resources/instance/verbs/power.ts';
import { stoppedMode } from './stopped-mode.ts';
import * as model from '../models/stop-instances.ts';
import { batchFields, eachInstance } from './each-instance.ts';

export const stopInstances = action.batch({
  model,
  input: {
    ...batchFields,
    ForceStop: { default: false },
    StoppedMode: stoppedMode,
  },
  handle: async (context, asked) => ({
    InstanceResponses: await eachInstance(context, asked, (scope, keys) =>
      stopAll(scope, {
        keys,
        region: scope.region,
        mode: asked.ForceStop ? 'hard' : 'soft',
        stopMode: asked.StoppedMode === 'StopCharging' ? 'stop-charging' : 'keep-charging',
      }),
    ),
  }),
});
