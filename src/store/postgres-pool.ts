import pg from 'pg';
import type { PooledConnection, PostgresPool } from './postgres-connection.ts';
import { wholeNumberParsers } from './postgres-connection.ts';

export interface PoolOptions {
  /** `postgres://user:password@host:port/database`; parameters such as `sslmode` go with it. */
  readonly url: string;
  /** Told of a connection that was lost while nobody used it; the next one is made anew. */
  readonly onLost: (error: unknown) => void;
  readonly connectionsMax?: number;
  /**
   * Whether a commit waits for the disk. One that does not is lost when the database's machine
   * dies within the next moment, never when a server process does (D18: nonces may).
   */
  readonly durable?: boolean;
  /** Whether what takes long or stands still is ended by the database; by default it is. */
  readonly timeouts?: boolean;
}

const CONNECTIONS_MAX = 10;
const CONNECTION_TIMEOUT_MS = 5_000;
/** Longer than any of ours takes: one that hangs is not waited for for ever. */
const STATEMENT_TIMEOUT_MS = 30_000;
const LOCK_TIMEOUT_MS = 10_000;
/** Statements of a transaction follow each other at once; who stops in between holds up others. */
const IDLE_IN_TRANSACTION_MS = 5_000;
/** The client leaves a timeout of 0 unsaid, and then that of the database holds. */
const NO_TIMEOUTS =
  '-c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=0';

/**
 * Connections to a PostgreSQL server, made when they are needed. A connection that is lost is an
 * error of whoever uses it, and never ends the process.
 */
export function openPool(options: PoolOptions): PostgresPool {
  const { url, onLost, connectionsMax = CONNECTIONS_MAX, durable = true } = options;
  const { timeouts = true } = options;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'yuntai',
    max: connectionsMax,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    ...(timeouts && {
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    }),
    keepAlive: true,
    pipeline: true,
    options: `${durable ? '' : '-c synchronous_commit=off'} ${timeouts ? '' : NO_TIMEOUTS}`.trim(),
    types: { getTypeParser },
  });
  pool.on('error', onLost);
  // Without a listener an error of a connection in use would end the process; its user is told.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const names = new Map<string, string>();
  return {
    acquire: async () => pooled(await pool.connect(), names),
    close: () => pool.end(),
  };
}

function pooled(client: pg.PoolClient, names: Map<string, string>): PooledConnection {
  const { promise: lost, resolve } = Promise.withResolvers<unknown>();
  client.once('error', resolve);
  return {
    lost,
    async query(sql, parameters, kept = false) {
      const values = [...parameters];
      const query = kept ? { name: nameOf(sql, names), text: sql, values } : { text: sql, values };
      const { rows, rowCount } = await client.query(query);
      return { rows, affected: rowCount ?? 0 };
    },
    release(broken) {
      client.off('error', resolve);
      client.release(broken);
    },
  };
}

/** A kept statement is parsed and planned once on each connection, under this name. */
function nameOf(sql: string, names: Map<string, string>): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `kept_${names.size + 1}`;
  names.set(sql, name);
  return name;
}

/** Columns are text and whole numbers. */
function getTypeParser(type: number): (text: string) => unknown {
  return wholeNumberParsers[type] ?? ((text) => text);
}
