// https://cloud.tencent.com/document/api/213/15735 (seed 004 L14097)
import { action } from '#apis/context.ts';
import { startInstances as startInstancesVerb } from '#resources/instance/verbs/power.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/start-instances.ts';

/** Boots stopped instances: all of them, or none. */
export const startInstances = action.write({
  model,
  input: { InstanceIds: instanceIdsMeant },
  rules: [someInstanceIds],
  handle: (context, { InstanceIds: keys }) =>
    startInstancesVerb(context, { keys, region: context.region }),
});
