import type { Clock } from '#kernel/clock.ts';
import { causes, type Log } from '#kernel/log.ts';
import { expireTokens } from '#store/idempotency.ts';
import type { Store, Tx } from '#store/store.ts';

export interface HousekeepingOptions {
  readonly store: Store;
  readonly wall: Clock;
  readonly cloud: Clock;
  readonly log: Log;
  /** How long a client token is remembered, in cloud milliseconds. */
  readonly tokenMs: number;
  /** Writes down how late it is in the cloud. */
  keepTime(tx: Tx): Promise<void>;
}

const EVERY_MS = 60_000;
const TOKENS_PER_WRITE = 500;

/**
 * Forgets what has had its time: client tokens, a few hundred at a time so that no request waits
 * long. Writes down how late it is. Answers what ends it.
 */
export function startHousekeeping(options: HousekeepingOptions): () => void {
  const { store, wall, cloud, log, tokenMs, keepTime } = options;
  let cancel: () => void = () => undefined;
  let ended = false;
  const round = async (): Promise<void> => {
    const before = cloud.now() - tokenMs;
    const expired = await store.write(async (tx) => {
      await keepTime(tx);
      return expireTokens(tx, before, TOKENS_PER_WRITE);
    });
    if (expired === TOKENS_PER_WRITE && !ended) await round();
    else if (!ended) await store.maintain();
  };
  const arm = (): void => {
    cancel = wall.after(EVERY_MS, () => {
      if (ended) return;
      arm();
      round().catch((error: unknown) => {
        if (ended) return;
        log.warn(
          { causes: causes(error) },
          'Expired tokens could not be removed, nor the time be kept; trying later.',
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
