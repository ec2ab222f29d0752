// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstanceattribute
// Seed 002 L325 and 003 L669 send their readers here to turn DeletionProtection off.
import { action } from '#apis/context.ts';
import { changeAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { changeGuests } from '#resources/instance/verbs/change-guests.ts';
import * as model from '../models/modify-instance-attribute.ts';
import { attributesOf, guestOf, requireSupported } from './attributes-asked.ts';
import { namedInstance } from './named-instance.ts';

/** A password and a host name are in a running guest at once, in a stopped one when it starts. */
export const modifyInstanceAttribute = action.write({
  model,
  region: 'none',
  input: {
    CreditSpecification: { values: ['Standard', 'Unlimited'] },
    Password: { secret: true },
  },
  handle: async (context, asked) => {
    requireSupported(asked);
    const instance = await namedInstance(context, asked.InstanceId);
    const which = { keys: [instance.key], region: null } as const;
    const change = attributesOf(asked, instance, context.cloud.catalogue);
    const guest = guestOf(asked, instance, context.cloud.catalogue);
    if (Object.keys(change).length > 0) {
      await changeAttributes(context, { ...which, operation: 'change-attributes', change });
    }
    if (guest !== undefined) {
      await changeGuests(context, { ...which, ...guest, running: 'as-it-is', mode: 'soft' });
    }
  },
});
