import { holdDirectory } from '#store/directory-hold.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { databasePlace, openingError } from './database-url.ts';

export interface StoreChoice {
  /** The data directory; `:memory:` keeps nothing. */
  readonly data: string;
  /** The URL of a PostgreSQL database that holds everything instead. */
  readonly database?: string;
  /** Told of each durable commit, with the number of writes it carried. */
  onCommit(writes: number): void;
  /** Told of a hook of `afterCommit` that threw. */
  onHookError(error: unknown): void;
  /** Told of a connection to the database that was lost while nobody used it. */
  onLost(error: unknown): void;
}

/** Opens the store of a cloud: the one place that knows which kinds there are. */
export async function openStore(choice: StoreChoice): Promise<Store> {
  const { data, database, onCommit, onHookError } = choice;
  if (database === undefined) return openSqlite({ directory: data, onCommit, onHookError });
  const release = data === ':memory:' ? () => undefined : holdDirectory(data);
  try {
    const store = await openShared({ ...choice, database });
    return { ...store, close: () => store.close().finally(release) };
  } catch (error) {
    release();
    throw openingError(database, error);
  }
}

async function openShared(choice: StoreChoice & { readonly database: string }): Promise<Store> {
  const { database, onCommit, onHookError, onLost } = choice;
  databasePlace(database);
  // Loaded only here: who needs no PostgreSQL does not wait for its client.
  const { openPool } = await import('#store/postgres-pool.ts');
  const { openPostgres } = await import('#store/postgres.ts');
  const { PostgresPeers } = await import('#store/postgres-peers.ts');
  const pool = openPool({ url: database, onLost });
  const noncePool = openPool({ url: database, onLost, connectionsMax: 4, durable: false });
  const peers = new PostgresPeers({ url: database, onLost });
  try {
    const store = await openPostgres({ pool, noncePool, peers, onCommit, onHookError });
    await peers.connect();
    return store;
  } catch (error) {
    await Promise.all([pool.close(), noncePool.close()]);
    throw error;
  }
}
