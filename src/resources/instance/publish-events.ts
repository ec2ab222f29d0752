import { derivedKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { NewSystemEvent } from '#store/schema/system-event.ts';
import type { Tx } from '#store/store.ts';
import { disksOf } from '../disk/disk.ts';
import { openEvents } from '../system-event/change-event.ts';
import { kindOf, type Subject } from '../system-event/system-event.ts';
import type { Instance } from './instance.ts';
import { ANSWER_MS, repairAt } from './workflows/repair.ts';

/** What is wrong below instances, and since when. */
interface Trouble {
  readonly subject: Subject;
  readonly now: number;
}

/**
 * Publishes what is wrong with the host below instances, as they were before it: one event for
 * each instance, or for each disk of it. An event of the same subject that is open suffices.
 * Answers how many were published.
 */
export async function publishEvents(
  tx: Tx,
  instances: readonly Instance[],
  trouble: Trouble,
): Promise<number> {
  if (instances.length === 0) return 0;
  const { subject, now } = trouble;
  const keys = instances.map(({ key }) => key);
  const open = (await openEvents(tx, keys)).filter((event) => event.subject === subject);
  const told = new Set(open.map(({ instance }) => instance));
  const fresh = instances.filter(({ key }) => !told.has(key));
  const ofDisks = subject === 'disk' || subject === 'disk-risk';
  const disks = ofDisks ? await disksOf(tx, keys) : new Map<string, readonly Keyed[]>();
  const rows = fresh.flatMap((instance) => {
    if (!ofDisks) return [eventRow(instance, trouble, null)];
    return (disks.get(instance.key) ?? []).map(({ key }) => eventRow(instance, trouble, key));
  });
  if (rows.length > 0) await tx.insert('system_events', rows);
  for (const { key, not_before: at, state } of rows) {
    if (state !== 'executed') await repairAt(tx, key, { at, now });
  }
  return rows.length;
}

interface Keyed {
  readonly key: Key<'disk'>;
}

function eventRow(
  instance: Instance,
  { subject, now }: Trouble,
  disk: Key<'disk'> | null,
): NewSystemEvent {
  const { account, region, zone, key, host } = instance;
  return {
    key: derivedKey(`${key}/${subject}/${disk ?? ''}/${now}`),
    account,
    region,
    zone,
    instance: key,
    disk,
    host,
    subject,
    simulated: 0,
    resumes: instance.state === 'running' ? 1 : 0,
    published_at: now,
    ...kindOf[subject],
    ...answerOf(instance, subject, now),
  };
}

/** What is done without asking: what its owner has said for when its host fails. */
function answerOf({ maintenanceAction }: Instance, subject: Subject, now: number) {
  const waits = { authorised_at: null, authorised_by: null, finished_at: null };
  const given = { authorised_at: now, authorised_by: 'policy', not_before: now } as const;
  if (subject !== 'down' || maintenanceAction === null) {
    return { ...waits, state: 'inquiring', not_before: now + ANSWER_MS } as const;
  }
  if (maintenanceAction === 'Stop') {
    return { ...given, remedy: 'stop', state: 'executed', finished_at: now } as const;
  }
  return { ...given, state: 'executing', finished_at: null } as const;
}
