// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-cancelsimulatedsystemevents
import { action } from '#apis/context.ts';
import { cancelSimulatedEvents } from '#resources/instance/verbs/simulate-events.ts';
import * as model from '../models/cancel-simulated-system-events.ts';
import { eventIds } from './event-words.ts';

export const cancelSimulatedSystemEvents = action.write({
  model,
  input: { EventId: { ...eventIds, required: true, min: 1 } },
  handle: (context, { EventId: events }) =>
    cancelSimulatedEvents(context, { events, region: context.region }),
});
