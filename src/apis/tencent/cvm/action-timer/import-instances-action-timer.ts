// https://cloud.tencent.com/document/api/213/103948 (seed 004 L17756)
import { action } from '#apis/context.ts';
import { setTimers } from '#resources/instance/verbs/set-timers.ts';
import { actionTimeOf, timerAsked } from '../../structs/instance/charge.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/import-instances-action-timer.ts';

export const importInstancesActionTimer = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    ActionTimer: { ...timerAsked, required: true },
  },
  rules: [someInstanceIds],
  handle: async (context, { InstanceIds: keys, ActionTimer }) => {
    const { now, region } = context;
    const at = actionTimeOf(ActionTimer, now);
    return { ActionTimerIds: [...(await setTimers(context, { keys, region, at }))] };
  },
});
