// https://cloud.tencent.com/document/api/213/103949 (seed 004 L16886)
import { action } from '#apis/context.ts';
import { actionTimerFaults } from '#resources/action-timer/faults.ts';
import { listTimers } from '#resources/action-timer/verbs/list-timers.ts';
import { list, string } from '#wire/builders.ts';
import { instantText } from '#wire/instants.ts';
import { each, overlay } from '#wire/overlay.ts';
import { timerInstantOf } from '../../structs/instance/charge.ts';
import { instanceIdsAsked } from '../../structs/instance/instance-ids.ts';
import { actionTimer } from '../models/action-timer.ts';
import * as model from '../models/describe-instances-action-timer.ts';
import { timerIds } from './timer-ids.ts';

const states = { UNDO: 'waiting', DOING: 'acting', DONE: 'done' } as const;
const statuses = { waiting: 'UNDO', acting: 'DOING', done: 'DONE' } as const;

/** What is said of local disks and addresses is of types that have them (sample, L17011). */
const timerShown = overlay(actionTimer, {
  Externals: {
    fields: each(['ReleaseAddress', 'UnsupportNetworks', 'StorageBlockAttr'], { optional: true }),
  },
});

export const describeInstancesActionTimer = action.read({
  model,
  input: {
    ActionTimerIds: timerIds,
    InstanceIds: instanceIdsAsked,
    TimerAction: { values: ['TerminateInstances'] },
    StatusList: list(string({ values: ['UNDO', 'DOING', 'DONE'] }), { max: 100 }),
  },
  output: { ActionTimers: list(timerShown) },
  handle: async (context, { ActionTimerIds, InstanceIds, StatusList, ...asked }) => {
    const timers = await listTimers(context, {
      region: context.region,
      keys: ActionTimerIds,
      instances: InstanceIds,
      states: StatusList?.map((status) => states[status]),
      from: instantAsked(asked.StartActionTime),
      until: instantAsked(asked.EndActionTime),
    });
    return {
      ActionTimers: timers.map(({ key, instance, at, state }) => ({
        ActionTimerId: key,
        InstanceId: instance,
        // The only one there is (L16915).
        TimerAction: 'TerminateInstances',
        ActionTime: instantText(at, 'seconds'),
        Status: statuses[state],
        Externals: {},
      })),
    };
  },
});

function instantAsked(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = timerInstantOf(text);
  if (at === undefined) throw actionTimerFaults.timeMalformed();
  return at;
}
