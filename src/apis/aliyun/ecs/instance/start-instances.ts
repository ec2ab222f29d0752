// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-startinstances
import { action } from '#apis/context.ts';
import { startInstances as startAll } from '#resources/instance/verbs/power.ts';
import { overlay } from '#wire/overlay.ts';
import * as model from '../models/start-instances.ts';
import { batchFields, eachInstance } from './each-instance.ts';

export const startInstances = action.batch({
  name: 'StartInstances',
  region: 'required',
  ratePerSecond: 50,
  uses: [startAll],
  dryRun: 'DryRun',
  input: overlay(model.request, batchFields),
  output: model.response,
  handle: async (context, asked) => ({
    InstanceResponses: await eachInstance(context, asked, (scope, keys) =>
      startAll(scope, { keys, region: scope.region }),
    ),
  }),
});
