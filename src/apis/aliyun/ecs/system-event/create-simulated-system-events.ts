// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsimulatedsystemevents
import { action } from '#apis/context.ts';
import { simulateEvents } from '#resources/instance/verbs/simulate-events.ts';
import { systemEventFaults } from '#resources/system-event/faults.ts';
import { id, list, time } from '#wire/builders.ts';
import * as model from '../models/create-simulated-system-events.ts';
import { kindOfType } from './event-words.ts';

const types = [
  'SystemMaintenance.Reboot',
  'SystemMaintenance.Stop',
  'SystemMaintenance.Redeploy',
  'SystemFailure.Reboot',
  'SystemFailure.Redeploy',
  'SystemFailure.Stop',
  'InstanceFailure.Reboot',
] as const;

/** Events that are told and come to nothing. */
export const createSimulatedSystemEvents = action.write({
  model,
  input: {
    EventType: { required: true, values: types },
    InstanceId: list(id('instance'), {
      required: true,
      min: 1,
      max: 100,
      reasons: { count: systemEventFaults.tooManyInstances },
    }),
    NotBefore: time({ form: 'seconds', required: true }),
  },
  output: { EventIdSet: list(id('system-event'), { element: 'EventId' }) },
  handle: async (context, { EventType, InstanceId: instances, NotBefore: notBefore, ...more }) => {
    // What is simulated here is never done.
    if (more.TriggerRealOps === true) throw systemEventFaults.onlySimulated();
    const { region } = context;
    const asked = { region, instances, notBefore, ...kindOfType(EventType) };
    return { EventIdSet: await simulateEvents(context, asked) };
  },
});
