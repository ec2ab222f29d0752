// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-rebootinstance
import { action } from '#apis/context.ts';
import { rebootInstances } from '#resources/instance/verbs/power.ts';
import { unexpiredInstance } from './named-instance.ts';
import * as model from '../models/reboot-instance.ts';

export const rebootInstance = action.write({
  model,
  region: 'none',
  input: { ForceStop: { default: false } },
  handle: async (context, { InstanceId, ForceStop }) => {
    await unexpiredInstance(context, InstanceId);
    const mode = ForceStop ? 'hard' : 'soft';
    await rebootInstances(context, { keys: [InstanceId], region: null, mode, joinsChange: true });
  },
});
