import { systemEventTable } from '#store/schema/system-event.ts';
import { noun } from '../noun.ts';
import { systemEventFaults } from './faults.ts';

/** What happens to the host below an instance, and what is done about it. */
export const systemEventNoun = noun({
  name: 'system-event',
  tables: { system_events: systemEventTable },
  onReset: 'goes',
  faults: systemEventFaults,
  hasIds: true,
  // No document says how many.
  limits: { simulatedEventsPerRegionMax: 1_000 },
  limitsBy: { simulatedEventsPerRegionMax: ['region'] },
});
