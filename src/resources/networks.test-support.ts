import { seededRandom } from '#kernel/random.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { twice } from '#store/twice.ts';
import type { Cloud, Supply } from './cloud.ts';
import { defaultConfiguration, type Configuration } from './configuration.ts';
import type { Scope } from './scope.ts';

export interface TestNetworks {
  readonly store: Store;
  /** Runs `work` as one transaction; each is tried once before and undone (D2). */
  write<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
}

export interface TestOptions {
  readonly configuration?: Partial<Configuration>;
  readonly account?: string;
  readonly sees?: (zone: string) => boolean;
  readonly networkRefusal?: Supply['networkRefusal'];
  /** Of an earlier cloud, to see the same as it does. */
  readonly store?: Store;
}

const launchDay = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A cloud on the real store, in memory, that has only what networks need. */
export async function openNetworks(options: TestOptions = {}): Promise<TestNetworks> {
  const { account = 'account1', sees = () => true } = options;
  const store = options.store ?? twice(await openSqlite({ directory: ':memory:' }));
  const random = seededRandom(`networks of ${account}`);
  const configuration = { ...defaultConfiguration, ...options.configuration };
  const { networkRefusal = () => undefined } = options;
  // Catalogue, hosts and secrets are of no concern to a network.
  const supply = { networkRefusal, lacks: () => undefined };
  const cloud = { configuration, random, supply } as unknown as Cloud;
  return {
    store,
    write: (work) =>
      store.write((db) =>
        work({ db, account, now: launchDay, cloud, requestId: 'request-1', sees }),
      ),
  };
}
