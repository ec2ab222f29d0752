// https://cloud.tencent.com/document/api/213/9386 (seed 004 L44067)
import { action } from '#apis/context.ts';
import { startInstances as startInstancesVerb } from '#resources/instance/verbs/power.ts';
import { structure } from '#wire/builders.ts';
import { olderRatePerSecond } from '../../older-rate.ts';
import { instancesMeant } from './instance-ids.ts';

/** Boots stopped instances: all of them, or none. */
export const startInstances = action.write({
  name: 'StartInstances',
  region: 'required',
  ratePerSecond: olderRatePerSecond,
  input: instancesMeant,
  output: structure({}),
  uses: [startInstancesVerb],
  handle: async (context, { InstanceIds: keys }) => {
    await startInstancesVerb(context, { keys, region: context.region });
    return {};
  },
});
