// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-rebootinstance
import { action } from '#apis/context.ts';
import { rebootInstances } from '#resources/instance/verbs/power.ts';
import { overlay } from '#wire/overlay.ts';
import { unexpiredInstance } from './named-instance.ts';
import * as model from '../models/reboot-instance.ts';

export const rebootInstance = action.write({
  name: 'RebootInstance',
  region: 'none',
  ratePerSecond: 50,
  uses: [rebootInstances],
  dryRun: 'DryRun',
  input: overlay(model.request, { ForceStop: { default: false } }),
  output: model.response,
  handle: async (context, { InstanceId, ForceStop }) => {
    await unexpiredInstance(context, InstanceId);
    const mode = ForceStop ? 'hard' : 'soft';
    await rebootInstances(context, { keys: [InstanceId], region: null, mode });
    return {};
  },
});
