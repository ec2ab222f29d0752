import type { Key } from '#kernel/key.ts';
import type { SystemEventRow } from '#store/schema/system-event.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { finalStates, openStates } from './system-event.ts';

interface Keyed {
  readonly key: Key<'system-event'>;
}

export const eventByKey = statement<Keyed>()((db, p) =>
  db.selectFrom('system_events').selectAll().where('key', '=', p.key),
);

/** Changes an event that is in one of the states named; else it is left alone (D3). */
export const changeEventRow = statement<
  Keyed &
    Pick<
      SystemEventRow,
      'state' | 'not_before' | 'authorised_at' | 'authorised_by' | 'finished_at'
    > & { readonly from: ReadonlyArray<SystemEventRow['state']> }
>()((db, p) =>
  db
    .updateTable('system_events')
    .set({
      state: p.state,
      not_before: p.not_before,
      authorised_at: p.authorised_at,
      authorised_by: p.authorised_by,
      finished_at: p.finished_at,
    })
    .where('key', '=', p.key)
    .where('state', 'in', p.from),
);

/** The events of instances that something is still to become of. */
export const openEventsOf = statement<{ readonly instances: ReadonlyArray<Key<'instance'>> }>()(
  (db, p) =>
    db
      .selectFrom('system_events')
      .selectAll()
      .where('instance', 'in', p.instances)
      .where('state', 'in', openStates)
      .orderBy('seq'),
);

export const countSimulated = statement<{ readonly account: string; readonly region: string }>()(
  (db, p) =>
    db
      .selectFrom('system_events')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('account', '=', p.account)
      .where('region', '=', p.region)
      .where('simulated', '=', 1)
      .where('state', 'in', openStates),
);

/** Removes up to `most` events that were over before a time. */
export const deleteOldEvents = statement<{ readonly before: number; readonly most: number }>()(
  (db, p) =>
    db
      .deleteFrom('system_events')
      .where(
        'seq',
        'in',
        db
          .selectFrom('system_events')
          .select('seq')
          .where('finished_at', '<', p.before)
          .where('state', 'in', finalStates)
          .limit(p.most),
      ),
);

/** What a list of events is narrowed by; both ends of a period are included. */
export interface EventQuery {
  readonly region?: string | undefined;
  readonly keys?: ReadonlyArray<Key<'system-event'>> | undefined;
  readonly instances?: ReadonlyArray<Key<'instance'>> | undefined;
  readonly disks?: ReadonlyArray<Key<'disk'>> | undefined;
  readonly states?: ReadonlyArray<SystemEventRow['state']> | undefined;
  readonly simulated?: boolean | undefined;
  readonly publishedFrom?: number | undefined;
  readonly publishedTo?: number | undefined;
  readonly notBeforeFrom?: number | undefined;
  readonly notBeforeTo?: number | undefined;
}

/** The events of an account that fit, in the order in which they were published. */
export function findEvents(
  { db }: Reader,
  account: string,
  query: EventQuery & { readonly most: number },
): Promise<readonly SystemEventRow[]> {
  const { region, keys, instances, disks, states, simulated } = query;
  let found = db.selectFrom('system_events').selectAll().where('account', '=', account);
  if (region !== undefined) found = found.where('region', '=', region);
  if (keys !== undefined) found = found.where('key', 'in', keys);
  if (instances !== undefined) found = found.where('instance', 'in', instances);
  if (disks !== undefined) found = found.where('disk', 'in', disks);
  if (states !== undefined) found = found.where('state', 'in', states);
  if (simulated !== undefined) found = found.where('simulated', '=', simulated ? 1 : 0);
  const { publishedFrom, publishedTo, notBeforeFrom, notBeforeTo } = query;
  if (publishedFrom !== undefined) found = found.where('published_at', '>=', publishedFrom);
  if (publishedTo !== undefined) found = found.where('published_at', '<=', publishedTo);
  if (notBeforeFrom !== undefined) found = found.where('not_before', '>=', notBeforeFrom);
  if (notBeforeTo !== undefined) found = found.where('not_before', '<=', notBeforeTo);
  return found.orderBy('seq').limit(query.most).execute();
}
