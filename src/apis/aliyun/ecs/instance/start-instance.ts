// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-startinstance
// Seed 003 L19: what makes a created instance run.
import { action } from '#apis/context.ts';
import { startInstances } from '#resources/instance/verbs/power.ts';
import { unexpiredInstance } from './named-instance.ts';
import * as model from '../models/start-instance.ts';

export const startInstance = action.write({
  model,
  region: 'none',
  input: {
    // No type of this vendor has local disks here.
    InitLocalDisk: { deprecated: true },
  },
  handle: async (context, { InstanceId }) => {
    await unexpiredInstance(context, InstanceId);
    await startInstances(context, { keys: [InstanceId], region: null, joinsChange: true });
  },
});
