// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteinstances
import { action } from '#apis/context.ts';
import { terminateInstances } from '#resources/instance/verbs/terminate.ts';
import { boolean, string, structure } from '#wire/builders.ts';
import { owner } from '../../owner.ts';
import * as model from '../models/delete-instances.ts';
import { instancesMeant } from './each-instance.ts';
import { clientToken } from './launch/launch-fields.ts';
import { releaseInstances } from './release.ts';

/** All of them or none. ForceStop=false does not shut the guests down first, as in DeleteInstance. */
export const deleteInstances = action.write({
  name: 'DeleteInstances',
  region: 'required',
  ratePerSecond: 50,
  uses: [terminateInstances],
  token: 'ClientToken',
  dryRun: 'DryRun',
  input: structure({
    ...owner,
    RegionId: string({ required: true, max: 64 }),
    InstanceId: instancesMeant,
    Force: boolean({ default: false }),
    ForceStop: boolean({ default: true }),
    TerminateSubscription: boolean({ default: false }),
    DryRun: boolean(),
    ClientToken: clientToken,
  }),
  output: model.response,
  handle: async (context, { InstanceId, Force: force, TerminateSubscription: terminates }) => {
    const { region } = context;
    const keys = [...new Set(InstanceId)];
    await releaseInstances(context, { keys, region, force, terminates });
    return {};
  },
});
