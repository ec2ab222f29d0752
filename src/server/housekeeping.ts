import type { Clock } from '#kernel/clock.ts';
import { causes, type Log } from '#kernel/log.ts';
import { expireTokens } from '#store/idempotency.ts';
import type { Store } from '#store/store.ts';

export interface HousekeepingOptions {
  readonly store: Store;
  readonly wall: Clock;
  readonly cloud: Clock;
  readonly log: Log;
  /** How long a client token is remembered, in cloud milliseconds. */
  readonly tokenMs: number;
}

const EVERY_MS = 60_000;
const TOKENS_PER_WRITE = 500;

/**
 * Forgets what has had its time: client tokens, a few hundred at a time so that no request waits
 * long. Answers what ends it.
 */
export function startHousekeeping(options: HousekeepingOptions): () => void {
  const { store, wall, cloud, log, tokenMs } = options;
  let cancel: () => void = () => undefined;
  let ended = false;
  const round = async (): Promise<void> => {
    const before = cloud.now() - tokenMs;
    const expired = await store.write((tx) => expireTokens(tx, before, TOKENS_PER_WRITE));
    if (expired === TOKENS_PER_WRITE && !ended) await round();
  };
  const arm = (): void => {
    cancel = wall.at(wall.now() + EVERY_MS, () => {
      if (ended) return;
      arm();
      round().catch((error: unknown) => {
        if (ended) return;
        log.warn({ causes: causes(error) }, 'Expired tokens could not be removed; trying later.');
      });
    });
  };
  arm();
  return () => {
    ended = true;
    cancel();
  };
}
