import type { Key } from '#kernel/key.ts';
import type { SystemEventRow } from '#store/schema/system-event.ts';

/**
 * What is wrong: the host may fail or has failed, a disk or the network of it is out of order, it
 * is overloaded, a disk may fail, or it gets new software.
 */
export const subjects = [
  'risk',
  'down',
  'disk',
  'network',
  'overload',
  'disk-risk',
  'upgrade',
] as const;
export type Subject = (typeof subjects)[number];

export type EventState = SystemEventRow['state'];
export type EventCause = SystemEventRow['cause'];
/** What is done: moved to another host, rebooted, stopped, or nothing that the guest notices. */
export type EventRemedy = SystemEventRow['remedy'];

/** Times are cloud milliseconds. */
export interface SystemEvent {
  readonly key: Key<'system-event'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly instance: Key<'instance'>;
  readonly disk: Key<'disk'> | null;
  /** Null of an event that is only simulated. */
  readonly subject: Subject | null;
  readonly cause: EventCause;
  readonly remedy: EventRemedy;
  readonly state: EventState;
  readonly simulated: boolean;
  /** Whether the instance ran until then, and is to run again. */
  readonly resumes: boolean;
  readonly publishedAt: number;
  /** When it is done at the latest. */
  readonly notBefore: number;
  readonly authorisedAt: number | null;
  readonly authorisedBy: SystemEventRow['authorised_by'];
  readonly finishedAt: number | null;
}

/** What each of them is, and what is done about it. */
export const kindOf: Readonly<
  Record<Subject, { readonly cause: EventCause; readonly remedy: EventRemedy }>
> = {
  risk: { cause: 'maintenance', remedy: 'redeploy' },
  down: { cause: 'failure', remedy: 'redeploy' },
  disk: { cause: 'failure', remedy: 'online' },
  network: { cause: 'maintenance', remedy: 'redeploy' },
  overload: { cause: 'maintenance', remedy: 'reboot' },
  'disk-risk': { cause: 'maintenance', remedy: 'online' },
  upgrade: { cause: 'maintenance', remedy: 'online' },
};

/** The states that last: nothing becomes of such an event any more. */
export const finalStates = ['executed', 'canceled', 'avoided', 'failed'] as const;
export const openStates = ['inquiring', 'scheduled', 'executing'] as const;

/** A host that answers again needs nothing, unless something is being done. */
export function isOfHostDown({ subject, state }: SystemEvent): boolean {
  return subject === 'down' && state !== 'executing';
}

/** The event of a row. */
export function systemEventOf(row: SystemEventRow): SystemEvent {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    instance: row.instance,
    disk: row.disk,
    subject: row.subject as Subject | null,
    cause: row.cause,
    remedy: row.remedy,
    state: row.state,
    simulated: row.simulated === 1,
    resumes: row.resumes === 1,
    publishedAt: row.published_at,
    notBefore: row.not_before,
    authorisedAt: row.authorised_at,
    authorisedBy: row.authorised_by,
    finishedAt: row.finished_at,
  };
}
