import type { Clock } from '#kernel/clock.ts';
import { causes, type Log } from '#kernel/log.ts';
import { expireTimers } from '#resources/action-timer/action-timers.ts';
import { expireInvocations } from '#resources/command/expire.ts';
import { expireConsoles } from '#resources/console/sessions.ts';
import { expireMessages } from '#resources/inbox/inbox.ts';
import { expireEvents } from '#resources/system-event/change-event.ts';
import { expireTokens } from '#store/idempotency.ts';
import type { Store, Tx } from '#store/store.ts';

export interface HousekeepingOptions {
  readonly store: Store;
  readonly wall: Clock;
  readonly cloud: Clock;
  readonly log: Log;
  /** How long a client token is remembered, in cloud milliseconds. */
  readonly tokenMs: number;
  /** How long a message stays in an inbox, in cloud milliseconds. */
  readonly inboxMs: number;
  /** Writes down how late it is in the cloud. */
  keepTime(tx: Tx): Promise<void>;
}

const EVERY_MS = 60_000;
/** How long it is shown that a timer has acted, in cloud milliseconds; no document says. */
const TIMERS_KEPT_MS = 30 * 86_400_000;
/** Finished events are listed for so long (DescribeInstanceHistoryEvents). */
const EVENTS_KEPT_MS = 30 * 86_400_000;
const ROWS_PER_WRITE = 500;

/**
 * Forgets what has had its time, client tokens and messages, a few hundred at a time so that no
 * request waits long. Writes down how late it is. Answers what ends it.
 */
export function startHousekeeping(options: HousekeepingOptions): () => void {
  const { store, wall, cloud, log, tokenMs, inboxMs, keepTime } = options;
  let cancel: () => void = () => undefined;
  let ended = false;
  const round = async (): Promise<void> => {
    const now = cloud.now();
    const removed = await store.write(async (tx) => {
      await keepTime(tx);
      return Promise.all([
        expireTokens(tx, now - tokenMs, ROWS_PER_WRITE),
        expireMessages(tx, now - inboxMs, ROWS_PER_WRITE),
        expireConsoles(tx, now, ROWS_PER_WRITE),
        expireInvocations(tx, now, ROWS_PER_WRITE),
        expireTimers(tx, now - TIMERS_KEPT_MS, ROWS_PER_WRITE),
        expireEvents(tx, now - EVENTS_KEPT_MS, ROWS_PER_WRITE),
      ]);
    });
    if (ended) return;
    if (removed.includes(ROWS_PER_WRITE)) await round();
    else await store.maintain();
  };
  const arm = (): void => {
    cancel = wall.after(EVERY_MS, () => {
      if (ended) return;
      arm();
      round().catch((error: unknown) => {
        if (ended) return;
        log.warn(
          { causes: causes(error) },
          'What has expired could not be removed, nor the time be kept; trying later.',
        );
      });
    });
  };
  arm();
  return () => {
    ended = true;
    cancel();
  };
}
