import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { hostState, markHost } from '../host/host-state.ts';
import { endEvents } from '../system-event/change-event.ts';
import type { Subject } from '../system-event/system-event.ts';
import { changeInstance } from './change.ts';
import { instanceOf } from './instance-row.ts';
import { publishEvents } from './publish-events.ts';
import { instancesOfHost } from './reconcile-table.ts';

export interface HostFailure {
  readonly host: Key<'host'>;
  readonly subject: Subject;
  /** Cloud milliseconds. */
  readonly now: number;
}

/** Instances that are put away or made have nothing to lose with their host. */
const TROUBLED = ['running', 'stopped'];

/** What lasts while a host is not mended: it then takes nothing new. */
const LASTING: readonly Subject[] = ['risk', 'down', 'network'];

/**
 * Something is wrong with a host: every instance on it gets an event, and one that is `down` takes
 * those that run with it. Undefined where there is no such host; else how many events there are.
 */
export async function failHost(
  tx: Tx,
  { host, subject, now }: HostFailure,
): Promise<number | undefined> {
  if ((await hostState(tx, host)) === undefined) return undefined;
  if (LASTING.includes(subject)) await markHost(tx, host, 'failing');
  const rows = await tx.all(instancesOfHost, { host });
  const troubled = rows.filter(({ state }) => TROUBLED.includes(state)).map(instanceOf);
  const published = await publishEvents(tx, troubled, { subject, now });
  if (subject !== 'down') return published;
  for (const instance of troubled) {
    if (instance.operationState === 'operating') continue;
    await changeInstance(tx, instance, { state: 'stopped', fault: 'unreachable' });
  }
  return published;
}

/**
 * A host is in order again: what ran on it and was not moved runs again, and nothing is done about
 * it any more. Undefined where there is no such host; else how many instances it has.
 */
export async function mendHost(
  tx: Tx,
  { host, now }: Omit<HostFailure, 'subject'>,
): Promise<number | undefined> {
  if ((await hostState(tx, host)) === undefined) return undefined;
  await markHost(tx, host, 'up');
  const rows = await tx.all(instancesOfHost, { host });
  for (const row of rows) {
    const [down] = await endedDown(tx, row.key, now);
    if (row.fault !== 'unreachable') continue;
    const state = down?.resumes === true ? 'running' : 'stopped';
    await changeInstance(tx, instanceOf(row), { state, fault: null });
  }
  return rows.length;
}

/** Ends what waits on an instance; answers the events of the host's failure among them. */
async function endedDown(tx: Tx, instance: Key<'instance'>, now: number) {
  const ended: Array<{ readonly resumes: boolean }> = [];
  await endEvents(tx, [instance], {
    state: 'avoided',
    now,
    which(event) {
      if (event.simulated || event.state === 'executing') return false;
      if (event.subject === 'down') ended.push(event);
      return true;
    },
  });
  return ended;
}
