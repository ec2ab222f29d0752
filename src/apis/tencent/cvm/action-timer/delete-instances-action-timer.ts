// https://cloud.tencent.com/document/api/213/103950 (seed 004 L19425)
import { action } from '#apis/context.ts';
import { deleteTimers } from '#resources/instance/verbs/set-timers.ts';
import * as model from '../models/delete-instances-action-timer.ts';
import { timerIds } from './timer-ids.ts';

export const deleteInstancesActionTimer = action.write({
  model,
  input: { ActionTimerIds: { ...timerIds, required: true } },
  rules: [{ rule: 'one-of', fields: ['ActionTimerIds'] }],
  handle: (context, { ActionTimerIds: keys }) =>
    deleteTimers(context, { keys, region: context.region }),
});
