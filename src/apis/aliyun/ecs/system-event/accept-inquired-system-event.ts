// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-acceptinquiredsystemevent
import { action } from '#apis/context.ts';
import { authoriseRepair } from '#resources/instance/verbs/authorise-repair.ts';
import { id, string } from '#wire/builders.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/accept-inquired-system-event.ts';

/** Does at once what an event asks for that waits for it. */
export const acceptInquiredSystemEvent = action.write({
  model,
  input: {
    EventId: id('system-event', { required: true }),
    // In preview, and described nowhere.
    Choice: string(silent),
  },
  handle: (context, { EventId: event }) =>
    authoriseRepair(context, { event, region: context.region }),
});
