// https://cloud.tencent.com/document/api/213/15742 (seed 004 L14311)
import { instanceFaults } from '#resources/instance/faults.ts';
import { action } from '#apis/context.ts';
import { rebootInstances as rebootInstancesVerb } from '#resources/instance/verbs/power.ts';
import { boolean, structure } from '#wire/builders.ts';
import { instanceIdsMeant, someInstanceIds } from './instance-ids.ts';
import { stopModeOf, stopTypeAsked } from './stop-type.ts';

/** Reboots running instances: all of them, or none. */
export const rebootInstances = action.write({
  name: 'RebootInstances',
  region: 'required',
  ratePerSecond: 10,
  input: structure(
    {
      InstanceIds: instanceIdsMeant,
      StopType: stopTypeAsked,
      ForceReboot: boolean({ source: 'seed 004 L590' }),
    },
    {
      rules: [
        someInstanceIds,
        {
          rule: 'exclusive',
          fields: ['StopType', 'ForceReboot'],
          reason: instanceFaults.stopTypesConflict,
        },
      ],
    },
  ),
  output: structure({}),
  uses: [rebootInstancesVerb],
  handle: async (context, { InstanceIds: keys, StopType, ForceReboot }) => {
    const mode = stopModeOf(StopType, ForceReboot);
    await rebootInstancesVerb(context, { keys, region: context.region, mode });
    return {};
  },
});
