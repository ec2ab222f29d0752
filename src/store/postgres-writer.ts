import { type Clock, realClock } from '#kernel/clock.ts';
import type { GroupWriter } from './group-commit.ts';
import { NewerSchema, schemaKnown } from './migrate.ts';
import type { PooledConnection, PostgresPool } from './postgres-connection.ts';
import { isAnswer, isLost, postgresError } from './postgres-errors.ts';
import { writeLock } from './postgres-locks.ts';
import { PostgresSession } from './postgres-session.ts';
import type { PostgresParts } from './postgres-session.ts';
import { withConnection } from './postgres-with-connection.ts';
import { OutcomeUnknown, StoreUnavailable } from './store-unavailable.ts';

export interface PostgresWriterOptions {
  readonly pool: PostgresPool;
  readonly parts: PostgresParts;
  /** What a lost database is waited for by. */
  readonly wall?: Clock;
}

const LOOKS_MS_MAX = 5_000;
const LOOK_MS = 200;

/**
 * Groups of writes of one process among those of others. Whoever writes holds one lock of the
 * database from before its first statement until after its commit, so that all writes of a cloud
 * happen one after the other, as they do on an embedded store: nothing that was checked changes
 * before it is written upon, in whichever process, and no write is refused for having met another.
 * The groups keep that cheap: who waits for the lock gathers, and many writes share its handing
 * over and the wait for the disk. It ends with its connection, so a process that dies holds nobody
 * up, and one that stands still is cut off by the database.
 */
export function postgresWriter(options: PostgresWriterOptions): GroupWriter {
  const { pool, parts, wall = realClock() } = options;
  let held: PooledConnection | undefined;
  let transaction = '';
  let failure: unknown;

  const connection = (): PooledConnection => {
    if (held === undefined) throw new StoreUnavailable('The database connection was lost.');
    return held;
  };
  /** Sent without waiting: what comes after it is answered after it, and fails where it failed. */
  const send = (sql: string): void => {
    connection()
      .query(sql, [])
      .catch((error: unknown) => (failure ??= error));
  };
  const letGo = (broken: boolean): void => {
    held?.release(broken);
    held = undefined;
  };

  return {
    async begin() {
      failure = undefined;
      try {
        held = await pool.acquire();
        send('begin isolation level read committed');
        const sql = 'select pg_advisory_xact_lock($1), pg_current_xact_id()::text as id';
        // Sent in one go; the second looks once the lock is had, at what its last holder has done.
        const [locked, shape] = await Promise.all([
          held.query(sql, [writeLock], true),
          held.query("select value from meta where name = 'schema'", [], true),
        ]);
        transaction = (locked.rows[0] as { readonly id: string }).id;
        const found = Number((shape.rows[0] as { readonly value: string } | undefined)?.value);
        if (found > schemaKnown) throw new NewerSchema(found);
      } catch (error) {
        throw postgresError(failure ?? error);
      }
    },
    mark: () => send('savepoint write'),
    session: () => new PostgresSession(connection(), parts, 'write'),
    run: (work) => Promise.race([work(), connection().lost.then(cutOff)]),
    unmark(keep) {
      if (!keep) send('rollback to write');
      send('release write');
    },
    async commit() {
      try {
        await connection().query('commit', []);
      } catch (error) {
        letGo(true);
        if (isAnswer(error) && !isLost(error)) throw postgresError(error);
        await findOut({ pool, wall, transaction }, error);
        return;
      }
      // A transaction one of whose controls failed is rolled back by its commit, which says so
      // nowhere but in a word of its answer.
      if (failure !== undefined) throw postgresError(failure);
      letGo(false);
    },
    async abandon() {
      const broken = await (held?.query('rollback', []) ?? Promise.resolve()).then(
        () => false,
        () => true,
      );
      letGo(broken);
    },
  };
}

function cutOff(error: unknown): never {
  throw postgresError(error);
}

interface Lost {
  readonly pool: PostgresPool;
  readonly wall: Clock;
  readonly transaction: string;
}

/**
 * Asks a database that was lost during a commit what became of it, once it is back. Resolves where
 * it was kept. @throws StoreUnavailable where it was not; OutcomeUnknown where nobody can say yet
 */
async function findOut({ pool, wall, transaction }: Lost, cause: unknown): Promise<void> {
  const until = wall.steady() + LOOKS_MS_MAX;
  while (wall.steady() < until) {
    const status = await statusOf(pool, transaction);
    if (status === 'committed') return;
    if (status === 'aborted') {
      throw new StoreUnavailable('The database was lost. Nothing was stored: try again.', {
        cause,
      });
    }
    await new Promise<void>((resolve) => {
      wall.after(LOOK_MS, resolve);
    });
  }
  throw new OutcomeUnknown(
    'The database was lost as a write was to be kept, and whether it was is not known: ' +
      'look, or try again with the same client token.',
    { cause },
  );
}

/** Undefined where the database cannot say, or cannot be asked, whatever the reason. */
async function statusOf(pool: PostgresPool, transaction: string): Promise<string | undefined> {
  try {
    return await withConnection(pool, async (connection) => {
      const sql = 'select pg_xact_status($1::xid8) as status';
      const { rows } = await connection.query(sql, [transaction]);
      return (rows[0] as { readonly status: string | null }).status ?? undefined;
    });
  } catch {
    return undefined;
  }
}
