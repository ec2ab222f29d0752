import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { openStates, systemEventOf } from './system-event.ts';
import type { EventState, SystemEvent } from './system-event.ts';
import {
  changeEventRow,
  countSimulated,
  deleteOldEvents,
  eventByKey,
  openEventsOf,
} from './table.ts';

type Change = Partial<
  Pick<SystemEvent, 'state' | 'notBefore' | 'authorisedAt' | 'authorisedBy' | 'finishedAt'>
>;

/** Changes an event while it is in one of the states `from`; false where it is not (D3). */
export async function changeEvent(
  tx: Tx,
  event: SystemEvent,
  { from = openStates, ...change }: Change & { readonly from?: readonly EventState[] },
): Promise<boolean> {
  const to = { ...event, ...change };
  const changed = await tx.run(changeEventRow, {
    key: event.key,
    from,
    state: to.state,
    not_before: to.notBefore,
    authorised_at: to.authorisedAt,
    authorised_by: to.authorisedBy,
    finished_at: to.finishedAt,
  });
  return changed === 1;
}

/** Those events of instances that something is still to become of. */
export async function openEvents(
  tx: Tx,
  instances: ReadonlyArray<Key<'instance'>>,
): Promise<readonly SystemEvent[]> {
  if (instances.length === 0) return [];
  return (await tx.all(openEventsOf, { instances })).map(systemEventOf);
}

/** Ends the events of instances that need nothing any more, because of what was done to them. */
export async function endEvents(
  tx: Tx,
  instances: ReadonlyArray<Key<'instance'>>,
  {
    state,
    now,
    which = () => true,
  }: {
    readonly state: 'avoided' | 'canceled';
    readonly now: number;
    readonly which?: (event: SystemEvent) => boolean;
  },
): Promise<void> {
  for (const event of (await openEvents(tx, instances)).filter(which)) {
    await changeEvent(tx, event, { state, finishedAt: now });
  }
}

/** Forgets up to `most` events that were over before a time; answers how many. */
export function expireEvents(tx: Tx, before: number, most: number): Promise<number> {
  return tx.run(deleteOldEvents, { before, most });
}

/** The event of a key. */
export async function eventOf(
  reader: Pick<Tx, 'first'>,
  key: Key<'system-event'>,
): Promise<SystemEvent | undefined> {
  const row = await reader.first(eventByKey, { key });
  return row === undefined ? undefined : systemEventOf(row);
}

/** How many simulated events of an account in a region are still to come to their end. */
export async function countSimulatedEvents(
  tx: Tx,
  where: { readonly account: string; readonly region: string },
): Promise<number> {
  return (await tx.first(countSimulated, where))?.count ?? 0;
}
