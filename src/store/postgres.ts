import { sqlValue, statementCompiler } from './compile.ts';
import type { StatementCompiler } from './compile.ts';
import { kyselyOver } from './dialect.ts';
import { migrate } from './migrate.ts';
import type { PooledConnection, PostgresPool } from './postgres-connection.ts';
import { attemptsWorth, postgresError } from './postgres-errors.ts';
import { postgresNonces } from './postgres-nonces.ts';
import { PostgresSession } from './postgres-session.ts';
import { runHooks, warnOfHook } from './session-state.ts';
import { Rollback } from './store.ts';
import type { Store, Tx } from './store.ts';

export interface PostgresOptions {
  /** Connections to the database; the store closes it. */
  readonly pool: PostgresPool;
  /** Connections for nonces, which may have `synchronous_commit = off`; else the same. */
  readonly noncePool?: PostgresPool;
  /** Told of each durable commit, with the number of writes it carried: one. */
  readonly onCommit?: (writes: number) => void;
  /** Told of a hook of `afterCommit` that threw; by default it becomes a warning on stderr. */
  readonly onHookError?: (error: unknown) => void;
}

/** The statement that begins each kind of transaction. */
const begin = {
  read: 'begin isolation level repeatable read read only',
  write: 'begin isolation level serializable',
} as const;

/**
 * A store that several server processes may share. A write that met another's is run again, at
 * first beside others and then, within this process, one at a time, so that retries do not keep
 * meeting each other.
 */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { pool, noncePool = pool } = options;
  const { onCommit = () => undefined, onHookError = warnOfHook } = options;
  await migratePostgres(pool);
  const compiler = statementCompiler('postgres');
  let lane: Promise<unknown> = Promise.resolve();
  const queued = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = lane.then(run);
    lane = Promise.allSettled([turn]);
    return turn;
  };
  const read: Store['read'] = (work) =>
    transaction({ pool, compiler, access: 'read' }, work).then(
      (done) => done.value,
      (error: unknown) => Promise.reject(postgresError(error)),
    );
  return {
    read,
    async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      for (let attempt = 1; ; attempt += 1) {
        const run = () => transaction({ pool, compiler, access: 'write' }, work);
        try {
          const { value, session } = await (attempt === 1 ? run() : queued(run));
          onCommit(1);
          runHooks(session.state, onHookError);
          return value;
        } catch (error) {
          if (error instanceof Rollback) return error.value as T;
          if (attempt >= attemptsWorth(error)) throw postgresError(error);
        }
      }
    },
    nonces: postgresNonces(noncePool),
    ping: () =>
      read((reader) => reader.db.selectFrom('meta').select('name').limit(1).execute()).then(
        () => undefined,
      ),
    async close() {
      await pool.close();
      if (noncePool !== pool) await noncePool.close();
    },
  };
}

interface Scope {
  readonly pool: PostgresPool;
  readonly compiler: StatementCompiler;
  readonly access: 'read' | 'write';
}

interface Done<T> {
  readonly value: T;
  readonly session: PostgresSession;
}

/** One attempt. What any statement of it threw is thrown, whatever its work made of that. */
async function transaction<T>(
  scope: Scope,
  work: (session: PostgresSession) => Promise<T>,
): Promise<Done<T>> {
  return onConnection(scope.pool, async (connection) => {
    await connection.query(begin[scope.access], []);
    const session = new PostgresSession(connection, scope.compiler, scope.access);
    let value: T;
    try {
      value = await work(session);
    } catch (error) {
      throw session.state.failure ?? error;
    } finally {
      session.state.end();
    }
    if (session.state.failure !== undefined) throw session.state.failure;
    await connection.query('commit', []);
    return { value, session };
  });
}

/** Gives the connection back clean: what was begun and not committed is rolled back. */
async function onConnection<T>(
  pool: PostgresPool,
  use: (connection: PooledConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.acquire();
  let broken = false;
  try {
    return await use(connection);
  } catch (error) {
    broken = await connection.query('rollback', []).then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    connection.release(broken);
  }
}

/** Of several processes that start together, one migrates and the others wait for it. */
async function migratePostgres(pool: PostgresPool): Promise<void> {
  await onConnection(pool, async (connection) => {
    await connection.query('begin', []);
    await connection.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    const db = kyselyOver('postgres', (query) => {
      const values = query.parameters.map((value, at) => sqlValue(value, `value ${at + 1}`));
      return connection.query(query.sql, values);
    });
    await migrate(db, 'postgres');
    await connection.query('commit', []);
  });
}

/** A number of our own among the advisory locks of the database. */
const migrationLock = 8_600_213_001;
