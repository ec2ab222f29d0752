// https://cloud.tencent.com/document/api/213/9383 (seed 004 L44165)
import { action } from '#apis/context.ts';
import { stopInstances as stopInstancesVerb } from '#resources/instance/verbs/power.ts';
import { boolean } from '#wire/builders.ts';
import { stopModeOf } from '../../structs/instance/stop-type.ts';
import { instancesMeant } from './instance-ids.ts';

/** Stops running instances, all or none; ForceStop takes effect where the guest does not obey. */
export const stopInstances = action.write({
  name: 'StopInstances',
  region: 'required',
  input: {
    ...instancesMeant,
    fields: { ...instancesMeant.fields, ForceStop: boolean({ default: false }) },
  },
  handle: async (context, { InstanceIds: keys, ForceStop }) => {
    const { region } = context;
    const mode = stopModeOf(undefined, ForceStop);
    await stopInstancesVerb(context, { keys, region, mode, stopMode: 'keep-charging' });
  },
});
