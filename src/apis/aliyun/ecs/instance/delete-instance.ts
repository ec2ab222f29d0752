// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteinstance
// Seed 002 L325 and 003 L669: what DeletionProtection stops.
import { action } from '#apis/context.ts';
import { terminateInstances } from '#resources/instance/verbs/terminate.ts';
import { overlay } from '#wire/overlay.ts';
import * as model from '../models/delete-instance.ts';
import { releaseInstances } from './release.ts';

export const deleteInstance = action.write({
  name: 'DeleteInstance',
  region: 'none',
  ratePerSecond: 50,
  uses: [terminateInstances],
  dryRun: 'DryRun',
  input: overlay(model.request, {
    Force: { default: false },
    ForceStop: { default: true },
    TerminateSubscription: { default: false },
  }),
  output: model.response,
  handle: async (context, { InstanceId, Force: force, TerminateSubscription: terminates }) => {
    await releaseInstances(context, { keys: [InstanceId], region: null, force, terminates });
    return {};
  },
});
