// https://cloud.tencent.com/document/api/213/15742 (seed 004 L14311)
import { instanceFaults } from '#resources/instance/faults.ts';
import { action } from '#apis/context.ts';
import { rebootInstances as rebootInstancesVerb } from '#resources/instance/verbs/power.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { stopModeOf, stopTypeAsked } from '../../structs/instance/stop-type.ts';
import * as model from '../models/reboot-instances.ts';

/** Reboots running instances: all of them, or none. */
export const rebootInstances = action.write({
  model,
  input: { InstanceIds: instanceIdsMeant, StopType: stopTypeAsked },
  rules: [
    someInstanceIds,
    {
      rule: 'exclusive',
      fields: ['StopType', 'ForceReboot'],
      reason: instanceFaults.stopTypesConflict,
    },
  ],
  handle: async (context, { InstanceIds: keys, StopType, ForceReboot }) => {
    const mode = stopModeOf(StopType, ForceReboot);
    await rebootInstancesVerb(context, { keys, region: context.region, mode });
  },
});
