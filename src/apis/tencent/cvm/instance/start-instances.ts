// https://cloud.tencent.com/document/api/213/15735 (seed 004 L14097)
import { action } from '#apis/context.ts';
import { startInstances as startInstancesVerb } from '#resources/instance/verbs/power.ts';
import { overlay } from '#wire/overlay.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/start-instances.ts';

/** Boots stopped instances: all of them, or none. */
export const startInstances = action.write({
  name: 'StartInstances',
  region: 'required',
  ratePerSecond: 10,
  input: overlay(model.request, { InstanceIds: instanceIdsMeant }, { rules: [someInstanceIds] }),
  output: model.response,
  uses: [startInstancesVerb],
  handle: async (context, { InstanceIds: keys }) => {
    await startInstancesVerb(context, { keys, region: context.region });
    return {};
  },
});
