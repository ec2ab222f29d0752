// https://cloud.tencent.com/document/api/213/15743 (seed 004 L14566)
import { instanceFaults } from '#resources/instance/faults.ts';
import { action } from '#apis/context.ts';
import { stopInstances as stopInstancesVerb } from '#resources/instance/verbs/power.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { stopModeOf, stopTypeAsked } from '../../structs/instance/stop-type.ts';
import * as model from '../models/stop-instances.ts';

/** Stops running instances: all of them, or none. */
export const stopInstances = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    StopType: stopTypeAsked,
    StoppedMode: { values: ['KEEP_CHARGING', 'STOP_CHARGING'], default: 'KEEP_CHARGING' },
  },
  rules: [
    someInstanceIds,
    {
      rule: 'exclusive',
      fields: ['StopType', 'ForceStop'],
      reason: instanceFaults.stopTypesConflict,
    },
  ],
  handle: (context, { InstanceIds: keys, StopType, StoppedMode, ForceStop }) =>
    stopInstancesVerb(context, {
      keys,
      region: context.region,
      mode: stopModeOf(StopType, ForceStop),
      stopMode: StoppedMode === 'STOP_CHARGING' ? 'stop-charging' : 'keep-charging',
    }),
});
