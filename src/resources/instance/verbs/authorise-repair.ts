import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import type { Scope } from '../../scope.ts';
import { changeEvent } from '../../system-event/change-event.ts';
import { systemEventFaults } from '../../system-event/faults.ts';
import { findEvent } from '../../system-event/find-event.ts';
import type { SystemEvent } from '../../system-event/system-event.ts';
import { verb } from '../../verb.ts';
import { instancesByKeys } from '../table.ts';
import { eventTarget } from '../timers.ts';
import { repairAt } from '../workflows/repair.ts';

export interface Authorisation {
  readonly event: Key<'system-event'>;
  readonly region?: string | undefined;
  /** The instances that it may be of; of any where they are not named. */
  readonly instances?: ReadonlyArray<Key<'instance'>>;
  /** When it is done, in cloud milliseconds; at once where it is not said. */
  readonly at?: number | undefined;
}

const SOON_MS = 5 * 60_000;
const LATE_MS = 48 * 3_600_000;

/**
 * Lets what an event asks for be done, at once or at a time from five minutes to two days ahead
 * and before it would be done by itself (seed 004 L34629-34633).
 */
export const authoriseRepair = verb(
  [
    systemEventFaults.notFound,
    systemEventFaults.notOfInstances,
    systemEventFaults.notWaiting,
    systemEventFaults.wrongState,
    systemEventFaults.timeOutOfRange,
  ],
  async (scope: Scope, authorisation: Authorisation): Promise<void> => {
    const { db, now } = scope;
    const { event: key, instances, at } = authorisation;
    const event = await findEvent(scope, authorisation);
    if (event === undefined || event.simulated) {
      throw systemEventFaults.notFound({ 'system-event': key });
    }
    if (instances !== undefined && !instances.includes(event.instance)) {
      throw systemEventFaults.notOfInstances({ 'system-event': key });
    }
    if (event.state !== 'inquiring') throw notWaiting(event);
    await requireSettled(scope, event);
    if (at !== undefined) requireInTime(event, { at, now });
    const changed = await changeEvent(db, event, {
      from: ['inquiring'],
      state: at === undefined ? 'executing' : 'scheduled',
      authorisedAt: now,
      authorisedBy: 'user',
      ...(at === undefined ? {} : { notBefore: at }),
    });
    if (!changed) throw notWaiting(event);
    await cancelWorkflows(db, [eventTarget(key)]);
    await repairAt(db, key, { at: at ?? now, now });
  },
);

function notWaiting({ key, state }: SystemEvent) {
  return systemEventFaults.notWaiting({ 'system-event': key, status: state });
}

async function requireSettled({ db }: Scope, { instance }: SystemEvent): Promise<void> {
  const state = (await db.first(instancesByKeys, { keys: [instance] }))?.state ?? 'terminating';
  if (state === 'running' || state === 'stopped') return;
  throw systemEventFaults.wrongState({ instance, state });
}

function requireInTime(
  { notBefore }: SystemEvent,
  { at, now }: { readonly at: number; readonly now: number },
): void {
  if (at < now + SOON_MS) {
    throw systemEventFaults.timeOutOfRange({ message: 'It is at least five minutes ahead.' });
  }
  if (at > Math.min(now + LATE_MS, notBefore)) {
    throw systemEventFaults.timeOutOfRange({
      message: 'It is within 48 hours, and before the time at which it is done by itself.',
    });
  }
}
