// https://cloud.tencent.com/document/api/213/9396 (seed 004 L44381)
import { action } from '#apis/context.ts';
import { rebootInstances as rebootInstancesVerb } from '#resources/instance/verbs/power.ts';
import { boolean } from '#wire/builders.ts';
import { stopModeOf } from '../../structs/instance/stop-type.ts';
import { instancesMeant } from './instance-ids.ts';

/** Reboots running instances, all or none; ForceReboot as ForceStop of StopInstances. */
export const rebootInstances = action.write({
  name: 'RebootInstances',
  region: 'required',
  input: {
    ...instancesMeant,
    fields: { ...instancesMeant.fields, ForceReboot: boolean({ default: false }) },
  },
  handle: async (context, { InstanceIds: keys, ForceReboot }) => {
    const mode = stopModeOf(undefined, ForceReboot);
    await rebootInstancesVerb(context, { keys, region: context.region, mode });
  },
});
