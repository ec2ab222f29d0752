// https://cloud.tencent.com/document/api/213/15743 (seed 004 L14566)
import { instanceFaults } from '#resources/instance/faults.ts';
import { action } from '#apis/context.ts';
import { stopInstances as stopInstancesVerb } from '#resources/instance/verbs/power.ts';
import { overlay } from '#wire/overlay.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { stopModeOf, stopTypeAsked } from '../../structs/instance/stop-type.ts';
import * as model from '../models/stop-instances.ts';

/** Stops running instances: all of them, or none. */
export const stopInstances = action.write({
  name: 'StopInstances',
  region: 'required',
  ratePerSecond: 10,
  input: overlay(
    model.request,
    {
      InstanceIds: instanceIdsMeant,
      StopType: stopTypeAsked,
      StoppedMode: { values: ['KEEP_CHARGING', 'STOP_CHARGING'], default: 'KEEP_CHARGING' },
    },
    {
      rules: [
        someInstanceIds,
        {
          rule: 'exclusive',
          fields: ['StopType', 'ForceStop'],
          reason: instanceFaults.stopTypesConflict,
        },
      ],
    },
  ),
  output: model.response,
  uses: [stopInstancesVerb],
  handle: async (context, { InstanceIds: keys, StopType, StoppedMode, ForceStop }) => {
    await stopInstancesVerb(context, {
      keys,
      region: context.region,
      mode: stopModeOf(StopType, ForceStop),
      stopMode: StoppedMode === 'STOP_CHARGING' ? 'stop-charging' : 'keep-charging',
    });
    return {};
  },
});
