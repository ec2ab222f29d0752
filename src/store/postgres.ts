import { sqlValue, statementCompiler } from './compile.ts';
import type { StatementCompiler } from './compile.ts';
import { kyselyOver } from './dialect.ts';
import { migrate } from './migrate.ts';
import type { PooledConnection, PostgresPool } from './postgres-connection.ts';
import { attemptsWorth, commitError, postgresError } from './postgres-errors.ts';
import { noNews } from './news.ts';
import type { News } from './news.ts';
import { postgresNonces } from './postgres-nonces.ts';
import { postgresRates } from './postgres-rates.ts';
import { PostgresSession } from './postgres-session.ts';
import { runHooks, warnOfHook } from './session-state.ts';
import { Rollback } from './store.ts';
import type { Store, Tx } from './store.ts';

export interface PostgresOptions {
  /** Connections to the database; the store closes it. */
  readonly pool: PostgresPool;
  /** Connections for nonces, which may have `synchronous_commit = off`; else the same. */
  readonly noncePool?: PostgresPool;
  /** Word between the processes that share the database; without, there is one process. */
  readonly news?: News & { close(): Promise<void> };
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
 * A store that several server processes may share. Writes run beside each other under serializable
 * isolation; one that met another's is run again alone: no other write of any process is under way
 * then, so it cannot meet one once more. That costs the others a moment and bounds everybody's
 * retries, which under contention would otherwise keep meeting each other.
 */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { pool, noncePool = pool, news } = options;
  const { onCommit = () => undefined, onHookError = warnOfHook } = options;
  await migratePostgres(pool);
  const compiler = statementCompiler('postgres');
  const queued = lane();
  const read: Store['read'] = (work) =>
    transaction(pool, { compiler, access: 'read', company: {} }, work).then(
      (done) => done.value,
      (error: unknown) => Promise.reject(postgresError(error)),
    );
  return {
    read,
    async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      for (let attempt = 1; ; attempt += 1) {
        const run = (company: Company): Promise<Done<T>> =>
          transaction(pool, { compiler, access: 'write', company }, work);
        try {
          const { value, session } = await (attempt === 1 ? run(beside) : queued(() => run(alone)));
          onCommit(1);
          runHooks(session.state, onHookError);
          return value;
        } catch (error) {
          if (error instanceof Rollback) return error.value as T;
          if (error instanceof NotNow) continue;
          if (attempt >= attemptsWorth(error)) throw postgresError(error);
        }
      }
    },
    nonces: postgresNonces(noncePool),
    rates: postgresRates(noncePool),
    news: news ?? noNews,
    ping: () =>
      read((reader) => reader.db.selectFrom('meta').select('name').limit(1).execute()).then(
        () => undefined,
      ),
    async close() {
      await news?.close();
      await pool.close();
      if (noncePool !== pool) await noncePool.close();
    },
  };
}

/** Runs what it is given one after the other. */
function lane(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const turn = last.then(run);
    last = Promise.allSettled([turn]);
    return turn;
  };
}

/**
 * How a write gets on with the others: `enter` before it begins, `join` as its first statement,
 * and `leave` when it has ended, however. The lock of one that is alone is of the session and not
 * of the transaction, which would see the store as it was before it began to wait.
 */
interface Company {
  readonly enter?: string;
  readonly join?: string;
  readonly leave?: string;
}

const beside: Company = { join: 'select pg_try_advisory_xact_lock_shared($1)::int as free' };
const alone: Company = {
  enter: 'select pg_advisory_lock($1)',
  leave: 'select pg_advisory_unlock($1)',
};

/** Another write has to be alone now: this one waits for its turn. */
class NotNow extends Error {}

interface Scope {
  readonly company: Company;
  readonly compiler: StatementCompiler;
  readonly access: 'read' | 'write';
}

interface Done<T> {
  readonly value: T;
  readonly session: PostgresSession;
}

/** One attempt. What any statement of it threw is thrown, whatever its work made of that. */
async function transaction<T>(
  pool: PostgresPool,
  { compiler, access, company }: Scope,
  work: (session: PostgresSession) => Promise<T>,
): Promise<Done<T>> {
  const { enter, join, leave } = company;
  return onConnection(pool, leave, async (connection) => {
    if (enter !== undefined) await connection.query(enter, [writeLock], true);
    await connection.query(begin[access], []);
    if (join !== undefined) {
      const { rows } = await connection.query(join, [writeLock], true);
      if ((rows[0] as { readonly free: number }).free === 0) throw new NotNow();
    }
    const session = new PostgresSession(connection, compiler, access);
    let value: T;
    try {
      value = await work(session);
    } catch (error) {
      throw session.state.failure ?? error;
    } finally {
      session.state.end();
    }
    if (session.state.failure !== undefined) throw session.state.failure;
    await connection.query('commit', []).catch((error: unknown) => {
      throw commitError(error);
    });
    return { value, session };
  });
}

/**
 * Gives the connection back clean: what was begun and not committed is rolled back, a lock let go.
 * One that cannot be cleaned is not used again, and takes its transaction and locks with it; what
 * was done on it is done all the same.
 */
async function onConnection<T>(
  pool: PostgresPool,
  leave: string | undefined,
  use: (connection: PooledConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.acquire();
  const clean = async (failed: boolean): Promise<void> => {
    if (failed) await connection.query('rollback', []);
    if (leave !== undefined) await connection.query(leave, [writeLock], true);
  };
  let failed = true;
  try {
    const done = await use(connection);
    failed = false;
    return done;
  } finally {
    const broken = await clean(failed).then(
      () => false,
      () => true,
    );
    connection.release(broken);
  }
}

/** Of several processes that start together, one migrates and the others wait for it. */
async function migratePostgres(pool: PostgresPool): Promise<void> {
  await onConnection(pool, undefined, async (connection) => {
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

/** Numbers of our own among the advisory locks of the database. */
const migrationLock = 8_600_213_001;
const writeLock = 8_600_213_002;
