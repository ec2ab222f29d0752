// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteinstance
// Seed 002 L325 and 003 L669: what DeletionProtection stops.
import { action } from '#apis/context.ts';
import { terminateInstances } from '#resources/instance/verbs/terminate.ts';
import { boolean, id, structure } from '#wire/builders.ts';
import { owner } from '../../owner.ts';
import { releaseInstances } from './release.ts';

export const deleteInstance = action.write({
  name: 'DeleteInstance',
  region: 'none',
  ratePerSecond: 50,
  uses: [terminateInstances],
  dryRun: 'DryRun',
  input: structure({
    ...owner,
    InstanceId: id('instance', { required: true }),
    Force: boolean({ default: false }),
    ForceStop: boolean({ default: true, source: 'sdk' }),
    TerminateSubscription: boolean({ default: false }),
    DryRun: boolean(),
  }),
  output: structure({}),
  handle: async (context, { InstanceId, Force: force, TerminateSubscription: terminates }) => {
    await releaseInstances(context, { keys: [InstanceId], region: null, force, terminates });
    return {};
  },
});
