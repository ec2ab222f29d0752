// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteinstance
// Seed 002 L325 and 003 L669: what DeletionProtection stops.
import { action } from '#apis/context.ts';
import * as model from '../models/delete-instance.ts';
import { releaseInstances } from './release.ts';

export const deleteInstance = action.write({
  model,
  region: 'none',
  input: {
    Force: { default: false },
    ForceStop: { default: true },
    TerminateSubscription: { default: false },
  },
  handle: (context, { InstanceId, Force: force, TerminateSubscription: terminates }) =>
    releaseInstances(context, { keys: [InstanceId], region: null, force, terminates }),
});
