import type { Clock } from '#kernel/clock.ts';
import { causes, type Log } from '#kernel/log.ts';
import { noNews } from '#store/news.ts';
import type { ImageShelf } from '#resources/image/image-shelf.ts';
import type { Store } from '#store/store.ts';
import type { CloudClock } from './cloud-clock.ts';
import type { Keyring } from './keyring.ts';

export interface Following {
  readonly store: Pick<Store, 'news'>;
  readonly clock: Pick<CloudClock, 'follow'>;
  readonly keyring: Pick<Keyring, 'forget'>;
  readonly machines: {
    /** Read again every few seconds by who tends the machines. */
    readonly images?: Pick<ImageShelf, 'refresh'>;
  };
  readonly wall: Clock;
  readonly log: Log;
}

/** Word is lost where a process is killed between its commit and the word of it. */
const LOOK_MS = 5_000;

/**
 * Follows what other processes of the cloud do that this one keeps a copy of; keys it forgets by
 * itself as well. Resolves, once it has looked at what was done before it listened, to what ends
 * it.
 */
export async function followNews(following: Following): Promise<() => void> {
  const { store, clock, keyring, machines, wall, log } = following;
  if (store.news === noNews) return () => undefined;
  const follow = (): Promise<void> =>
    clock.follow().catch((error: unknown) => {
      const fields = { causes: causes(error) };
      log.warn(fields, 'The clock of the cloud could not be read; trying later.');
    });
  const endListening = store.news.listen((topic) => {
    if (topic === 'keys') keyring.forget();
    if (topic === 'clock') void follow();
    if (topic === 'images') {
      machines.images?.refresh().catch((error: unknown) => {
        log.warn({ causes: causes(error) }, 'The images could not be read; trying later.');
      });
    }
  });
  let cancel: () => void = () => undefined;
  let ended = false;
  const lookLater = (): void => {
    if (ended) return;
    cancel = wall.after(LOOK_MS, () => void follow().then(lookLater));
  };
  await follow();
  lookLater();
  return () => {
    ended = true;
    endListening();
    cancel();
  };
}
