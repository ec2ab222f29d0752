import type { Clock } from '#kernel/clock.ts';
import { boundValues, statementCompiler } from './compile.ts';
import { refuseUnfinished } from './copy/unfinished.ts';
import { kyselyOver } from './dialect.ts';
import { GroupCommit } from './group-commit.ts';
import { insertStatements } from './insert-statement.ts';
import { migrate } from './migrate.ts';
import { noNews } from './news.ts';
import type { News } from './news.ts';
import type { PostgresConnection, PostgresPool } from './postgres-connection.ts';
import { isLockTimeout, postgresError } from './postgres-errors.ts';
import { lockHolders, refuseUnfit, waitedInVain } from './postgres-fitness.ts';
import type { LockHolder } from './postgres-fitness.ts';
import { migrationLock, writeLock } from './postgres-locks.ts';
import { postgresNonces } from './postgres-nonces.ts';
import { postgresRates } from './postgres-rates.ts';
import { PostgresSession } from './postgres-session.ts';
import { postgresWriter } from './postgres-writer.ts';
import { unnestInserts } from './unnest-insert.ts';
import { warnOfHook } from './session-state.ts';
import type { Reader, Store } from './store.ts';

export interface PostgresOptions {
  /** Connections to the database; the store closes it. */
  readonly pool: PostgresPool;
  /** Connections for nonces, which may have `synchronous_commit = off`; else the same. */
  readonly noncePool?: PostgresPool;
  /** Connections for making the tables, which may take long; needed only until it is open. */
  readonly migrationPool?: PostgresPool;
  /** Told of each durable commit, with the number of writes it carried. */
  readonly onCommit?: (writes: number) => void;
  /** Told of a hook of `afterCommit` that threw; by default it becomes a warning on stderr. */
  readonly onHookError?: (error: unknown) => void;
  /** Told who holds the locks that a write has waited for in vain. */
  readonly onBlocked?: (holders: readonly LockHolder[]) => void;
  readonly wall?: Clock;
  /** Word between the processes that share the database; without, there is one process. */
  readonly news?: News & { close(): Promise<void> };
}

/** More would outgrow what PostgreSQL keeps at hand of the savepoints of a transaction. */
const writesPerCommitMax = 32;

/**
 * A store that several server processes may share: reads on snapshots beside each other, writes
 * one group at a time. @throws NewerSchema, StoreUnavailable, Error where the database is not fit
 */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { pool, noncePool = pool, migrationPool = pool, wall, news } = options;
  const { onCommit = () => undefined, onHookError = warnOfHook } = options;
  await migratePostgres(migrationPool);
  const parts = {
    compiler: statementCompiler('postgres'),
    inserts: insertStatements(),
    manyInserts: unnestInserts(),
  };
  const writer = postgresWriter({ pool, parts, ...(wall !== undefined && { wall }) });
  const group = new GroupCommit({ writer, writesPerCommitMax, onCommit, onHookError });
  let closed: Promise<void> | undefined;
  const refuseWhenClosed = (): void => {
    if (closed !== undefined) throw new Error('The store is closed.');
  };
  const read = <T>(work: (reader: Reader) => Promise<T>): Promise<T> =>
    inTransaction(pool, snapshot, async (connection) => {
      const session = new PostgresSession(connection, parts, 'read');
      try {
        return await work(session);
      } finally {
        session.state.end();
      }
    });
  const tellBlocked = async (): Promise<void> => {
    // Whoever cannot be asked now is asked at the next write that waits in vain.
    const holders = await lockHolders(noncePool).catch(() => []);
    if (holders.length > 0) options.onBlocked?.(holders);
  };
  const close = async (): Promise<void> => {
    await group.drained();
    await news?.close();
    await pool.close();
    if (noncePool !== pool) await noncePool.close();
  };
  return {
    async read(work) {
      refuseWhenClosed();
      return read(work);
    },
    async write(work) {
      refuseWhenClosed();
      try {
        return await group.write(work);
      } catch (error) {
        if (isLockTimeout(error)) await tellBlocked();
        throw error;
      }
    },
    nonces: postgresNonces(noncePool),
    rates: postgresRates(noncePool),
    news: news ?? noNews,
    async maintain() {
      // The server does it by itself.
      await Promise.resolve();
    },
    async ping() {
      await read((reader) => reader.db.selectFrom('meta').select('name').limit(1).execute());
    },
    close: () => (closed ??= close()),
  };
}

interface Kind {
  readonly begin: string;
  /** Whether something was changed: then its end decides, and is waited for. */
  readonly changes: boolean;
}

const snapshot: Kind = { begin: 'begin isolation level repeatable read read only', changes: false };
const migration: Kind = { begin: 'begin', changes: true };

/** Gives the connection back clean: what was begun and not committed is rolled back. */
async function inTransaction<T>(
  pool: PostgresPool,
  { begin, changes }: Kind,
  work: (connection: PostgresConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.acquire().catch((error: unknown) => {
    throw postgresError(error);
  });
  const end = (how: 'commit' | 'rollback'): Promise<unknown> =>
    connection.query(how, []).then(
      () => connection.release(false),
      (error: unknown) => {
        connection.release(true);
        return error;
      },
    );
  let value: T;
  try {
    // What follows is sent right behind it, and fails where it failed.
    [, value] = await Promise.all([connection.query(begin, []), work(connection)]);
  } catch (error) {
    await end('rollback');
    throw postgresError(error);
  }
  const ended = end('commit');
  const failure = changes ? await ended : undefined;
  if (failure !== undefined) throw postgresError(failure);
  return value;
}

/** Of several processes that start together, one migrates and the others wait for it. */
async function migratePostgres(pool: PostgresPool): Promise<void> {
  try {
    await inTransaction(pool, migration, async (connection) => {
      await refuseUnfit(connection);
      const lock = 'select pg_advisory_xact_lock($1)';
      await connection.query(lock, [migrationLock]);
      // No write of an older process falls between the old tables and the new.
      await connection.query(lock, [writeLock]);
      const db = kyselyOver('postgres', (query) => connection.query(query.sql, boundValues(query)));
      await refuseUnfinished(db, 'postgres');
      await migrate(db, 'postgres');
    });
  } catch (error) {
    throw isLockTimeout(error) ? await waitedInVain(pool, migrationLock, error) : error;
  }
}
