import type { Clock } from '#kernel/clock.ts';
import { databaseName } from '#store/database-url.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';

export interface StoreChoice {
  /** The data directory; `:memory:` keeps nothing. */
  readonly data: string;
  /** The URL of a PostgreSQL database that holds everything instead. */
  readonly database?: string;
  readonly wall: Clock;
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
  return openShared(choice, database);
}

/** The data directory of a process then holds only its key, credentials and socket. */
async function openShared(choice: StoreChoice, url: string): Promise<Store> {
  const { data, wall, onCommit, onHookError, onLost } = choice;
  const name = databaseName(url);
  // Loaded only here: who needs no PostgreSQL does not wait for its client.
  const { openPool } = await import('#store/postgres-pool.ts');
  const { openPostgresNews } = await import('#store/postgres-news.ts');
  const { openPostgres } = await import('#store/postgres.ts');
  const { postgresOpeningError } = await import('#store/postgres-opening.ts');
  const { holdDirectory } = await import('#store/hold-directory.ts');
  const letGo = data === ':memory:' ? () => undefined : holdDirectory(data);
  const pool = openPool({ url, onLost });
  const noncePool = openPool({ url, onLost, connectionsMax: 4, durable: false });
  const news = openPostgresNews({ url, wall, onLost });
  try {
    await news.ready;
    const store = await openPostgres({
      pool,
      noncePool,
      news,
      wall,
      onCommit,
      onHookError,
    });
    const close = async (): Promise<void> => {
      await store.close();
      letGo();
    };
    return { ...store, close };
  } catch (error) {
    await Promise.allSettled([news.close(), pool.close(), noncePool.close()]);
    letGo();
    throw postgresOpeningError(name, error);
  }
}
