import { causes, type Log } from '#kernel/log.ts';
import type { Store } from '#store/store.ts';
import type { CloudClock } from './cloud-clock.ts';
import type { Keyring } from './keyring.ts';

export interface FollowPeersOptions {
  readonly store: Store;
  readonly clock: CloudClock;
  readonly keyring: Keyring;
  readonly log: Log;
}

/** Keeps what this process remembers as other processes of the cloud change it. */
export function followPeers({ store, clock, keyring, log }: FollowPeersOptions): () => void {
  const { peers } = store;
  const follow = (): void => {
    clock.follow().catch((error: unknown) => {
      log.warn({ causes: causes(error) }, 'The clock of the cloud could not be followed.');
    });
  };
  const ends = [peers.onNews('clock', follow), peers.onNews('keys', () => keyring.forget())];
  return () => ends.forEach((end) => end());
}
