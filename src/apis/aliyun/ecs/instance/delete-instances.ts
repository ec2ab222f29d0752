// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteinstances
import { action } from '#apis/context.ts';
import * as model from '../models/delete-instances.ts';
import { someInstances } from './each-instance.ts';
import { clientToken } from '../../parameters.ts';
import { releaseInstances } from './release.ts';

/** All of them or none. ForceStop=false does not shut the guests down before. */
export const deleteInstances = action.write({
  model,
  input: {
    InstanceId: someInstances,
    Force: { default: false },
    ForceStop: { default: true },
    TerminateSubscription: { default: false },
    ClientToken: clientToken,
  },
  handle: async (context, { InstanceId, Force: force, TerminateSubscription: terminates }) => {
    const { region } = context;
    const keys = [...new Set(InstanceId)];
    await releaseInstances(context, { keys, region, force, terminates });
  },
});
