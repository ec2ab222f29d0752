// https://cloud.tencent.com/document/api/213/15735 (seed 004 L14097)
import { action } from '#apis/context.ts';
import { startInstances as startInstancesVerb } from '#resources/instance/verbs/power.ts';
import { structure } from '#wire/builders.ts';
import { instanceIdsMeant, someInstanceIds } from './instance-ids.ts';

/** Boots stopped instances: all of them, or none. */
export const startInstances = action.write({
  name: 'StartInstances',
  region: 'required',
  ratePerSecond: 10,
  input: structure({ InstanceIds: instanceIdsMeant }, { rules: [someInstanceIds] }),
  output: structure({}),
  uses: [startInstancesVerb],
  handle: async (context, { InstanceIds: keys }) => {
    await startInstancesVerb(context, { keys, region: context.region });
    return {};
  },
});
