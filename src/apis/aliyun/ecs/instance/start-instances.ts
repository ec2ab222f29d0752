// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-startinstances
import { action } from '#apis/context.ts';
import { startInstances as startAll } from '#resources/instance/verbs/power.ts';
import * as model from '../models/start-instances.ts';
import { batchFields, eachInstance } from './each-instance.ts';

export const startInstances = action.batch({
  model,
  input: batchFields,
  handle: async (context, asked) => ({
    InstanceResponses: await eachInstance(context, asked, (scope, keys) =>
      startAll(scope, { keys, region: scope.region, joinsChange: true }),
    ),
  }),
});
