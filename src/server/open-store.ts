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
  /** Told which sessions hold the locks that a write has waited for in vain. */
  onBlocked(holders: readonly object[]): void;
  /** Told of a connection to the database that was lost while nobody used it. */
  onLost(error: unknown): void;
}

/** Opens the store of a cloud: the one place that knows which kinds there are. */
export async function openStore(choice: StoreChoice): Promise<Store> {
  const { data, database, onCommit, onHookError } = choice;
  if (database === undefined) return openSqlite({ directory: data, onCommit, onHookError });
  return openShared(choice, database);
}

/** For tables that are made anew, or by another process just then. */
const patience = { statementMsMax: 1_800_000, lockMsMax: 60_000 };

/** The data directory of a process then holds only its key, credentials and socket. */
async function openShared(choice: StoreChoice, url: string): Promise<Store> {
  const { data, wall, onCommit, onHookError, onBlocked, onLost } = choice;
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
  const migrationPool = openPool({ url, onLost, connectionsMax: 1, ...patience });
  const news = openPostgresNews({ url, wall, onLost });
  try {
    await news.ready;
    const store = await openPostgres({
      pool,
      noncePool,
      migrationPool,
      news,
      wall,
      onCommit,
      onHookError,
      onBlocked,
    });
    await migrationPool.close();
    const close = async (): Promise<void> => {
      await store.close();
      letGo();
    };
    return { ...store, close };
  } catch (error) {
    await Promise.allSettled([news, pool, noncePool, migrationPool].map((each) => each.close()));
    letGo();
    throw postgresOpeningError(name, error);
  }
}
