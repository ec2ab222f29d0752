import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { changeEvent, countSimulatedEvents } from '../../system-event/change-event.ts';
import { systemEventFaults } from '../../system-event/faults.ts';
import { findEvent } from '../../system-event/find-event.ts';
import type { SystemEvent } from '../../system-event/system-event.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { requireInstances } from '../require.ts';
import { eventTarget } from '../timers.ts';
import { repairAt } from '../workflows/repair.ts';

export interface Simulation extends Pick<SystemEvent, 'cause' | 'remedy' | 'notBefore'> {
  readonly region: string;
  readonly instances: ReadonlyArray<Key<'instance'>>;
}

/**
 * Publishes an event for each instance that comes to nothing: what is maintained is scheduled until
 * its time, and what has failed is being repaired until then. Answers their keys.
 */
export const simulateEvents = verb(
  [instanceFaults.notFound, systemEventFaults.timePassed, systemEventFaults.tooManySimulated],
  async (scope: Scope, simulation: Simulation): Promise<ReadonlyArray<Key<'system-event'>>> => {
    const { db, now, account, cloud } = scope;
    const { region, cause, remedy, notBefore } = simulation;
    if (notBefore <= now) throw systemEventFaults.timePassed();
    const instances = await requireInstances(scope, simulation.instances, region);
    const limit = await limitOf(scope, 'simulatedEventsPerRegionMax', { place: region });
    const open = await countSimulatedEvents(db, { account, region });
    if (open + instances.length > limit) throw systemEventFaults.tooManySimulated();
    const state = cause === 'maintenance' ? 'scheduled' : 'executing';
    const told = {
      ...nothingMore,
      account,
      region,
      cause,
      remedy,
      state,
      published_at: now,
    } as const;
    const keys: string[] = [];
    for (const { key: instance, zone } of instances) {
      const key = newKey(cloud.random);
      await db.insert('system_events', [
        {
          ...told,
          not_before: notBefore,
          key,
          zone,
          instance,
        },
      ]);
      await repairAt(db, key, { at: notBefore, now });
      keys.push(key);
    }
    return keys;
  },
);

/** What a simulated event has not. */
const nothingMore = {
  disk: null,
  host: null,
  subject: null,
  simulated: 1,
  resumes: 0,
  authorised_at: null,
  authorised_by: null,
  finished_at: null,
} as const;

export interface Cancellation {
  readonly region: string;
  readonly events: ReadonlyArray<Key<'system-event'>>;
}

/** Ends simulated events that are still to come to their end: all of them, or none. */
export const cancelSimulatedEvents = verb(
  [systemEventFaults.notFound, systemEventFaults.notSimulated, systemEventFaults.notOpen],
  async (scope: Scope, { region, events }: Cancellation): Promise<void> => {
    const { db, now } = scope;
    for (const key of new Set(events)) {
      const event = await findEvent(scope, { event: key, region });
      if (event === undefined) throw systemEventFaults.notFound({ 'system-event': key });
      if (!event.simulated) throw systemEventFaults.notSimulated({ 'system-event': key });
      if (!(await changeEvent(db, event, { state: 'canceled', finishedAt: now }))) {
        throw systemEventFaults.notOpen({ 'system-event': key });
      }
      await cancelWorkflows(db, [eventTarget(key)]);
    }
  },
);
