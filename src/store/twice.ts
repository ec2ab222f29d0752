import { Rollback } from './store.ts';
import type { Store, Tx } from './store.ts';

/**
 * A store that runs the work of every write twice, the first time only to undo it, as a store may
 * (D2). Work that counts in variables of its own, or changes what it was given, shows itself.
 */
export function twice(store: Store): Store {
  return {
    read: (work) => store.read(work),
    async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      await store
        .write(async (tx) => {
          // Whatever came of it, the second run decides; a hook of this one must never be run.
          const outcome = await Promise.allSettled([work(tx)]);
          throw new Rollback(outcome);
        })
        .catch(refusedAgain);
      return store.write(work);
    },
    nonces: store.nonces,
    ...(store.rates !== undefined && { rates: store.rates }),
    news: store.news,
    maintain: () => store.maintain(),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

/** A statement that failed in the first run will fail, and be thrown, in the second. */
function refusedAgain(error: unknown): unknown {
  return error;
}
