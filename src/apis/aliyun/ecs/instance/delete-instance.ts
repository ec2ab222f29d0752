// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteinstance
// Seed 002 L325 and 003 L669: what DeletionProtection stops.
import { action } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { requireState } from '#resources/instance/require.ts';
import { terminateInstances } from '#resources/instance/verbs/terminate.ts';
import { overlay } from '#wire/overlay.ts';
import { namedInstance } from './named-instance.ts';
import * as model from '../models/delete-instance.ts';

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
  handle: async (context, { InstanceId, Force, TerminateSubscription }) => {
    const instance = await namedInstance(context, InstanceId);
    refuse(instance, { terminates: TerminateSubscription });
    await terminateInstances(context, {
      keys: [InstanceId],
      region: null,
      force: Force,
      // In the recycle bin its time has been given up: there is nothing left to refuse.
      prepaid: instance.state === 'recycled' ? 'release' : 'refuse',
    });
    return {};
  },
});

/** What this page refuses besides: one still being made, and a paid one without the word for it. */
function refuse(instance: Instance, asked: { readonly terminates: boolean }): void {
  if (instance.state === 'creating') {
    throw instanceFaults.initializing();
  }
  requireState(instance, 'terminate');
  if (instance.chargeType === 'prepaid' && !asked.terminates) {
    throw instanceFaults.notExpired({ instance: instance.key });
  }
}
