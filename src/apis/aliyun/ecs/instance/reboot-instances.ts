// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-rebootinstances
import { action } from '#apis/context.ts';
import { rebootInstances as rebootAll } from '#resources/instance/verbs/power.ts';
import * as model from '../models/reboot-instances.ts';
import { batchFields, eachInstance } from './each-instance.ts';

export const rebootInstances = action.batch({
  model,
  input: { ...batchFields, ForceReboot: { default: false } },
  handle: async (context, asked) => ({
    InstanceResponses: await eachInstance(context, asked, (scope, keys) => {
      const mode = asked.ForceReboot ? 'hard' : 'soft';
      return rebootAll(scope, { keys, region: scope.region, mode, joinsChange: true });
    }),
  }),
});
