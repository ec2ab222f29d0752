// https://cloud.tencent.com/document/api/213/109043 (seed 004 L17599)
import { action } from '#apis/context.ts';
import { leaveRescue } from '#resources/instance/verbs/rescue.ts';
import { instanceIdMeant } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/exit-rescue-mode.ts';

/** Ends rescue mode: the instance is stopped then. */
export const exitRescueMode = action.write({
  model,
  input: { InstanceId: instanceIdMeant },
  handle: (context, { InstanceId: instance }) =>
    leaveRescue(context, { instance, region: context.region }),
});
