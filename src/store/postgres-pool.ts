import pg from 'pg';
import type { PooledConnection, PostgresPool } from './postgres-connection.ts';
import { wholeNumberParsers } from './postgres-connection.ts';
import { isOutdated } from './postgres-errors.ts';

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
  /** Whether what takes long or stands still is ended, which it is by default. */
  readonly timeouts?: boolean;
  /** How long one statement may take. */
  readonly statementMsMax?: number;
  /** How long one may wait for a lock. */
  readonly lockMsMax?: number;
}

const CONNECTIONS_MAX = 10;
const CONNECTION_TIMEOUT_MS = 5_000;
/** Longer than any of ours takes: one that hangs is not waited for for ever. */
const STATEMENT_MS_MAX = 30_000;
const LOCK_MS_MAX = 10_000;
/** How much later than the database a client gives up: then the network has gone silent. */
const SILENCE_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;
/** Statements of a transaction follow each other at once; who stops in between holds up others. */
const IDLE_IN_TRANSACTION_MS = 5_000;
const NEVER = 0;

/**
 * Connections to a PostgreSQL server, made when they are needed. A connection that is lost is an
 * error of whoever uses it, and never ends the process.
 */
export function openPool(options: PoolOptions): PostgresPool {
  const { url, onLost, connectionsMax = CONNECTIONS_MAX } = options;
  const { timeouts = true, statementMsMax = STATEMENT_MS_MAX } = options;
  const setUp = settingUp(options);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'yuntai',
    max: connectionsMax,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    ...(timeouts && { query_timeout: statementMsMax + SILENCE_MS }),
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    pipeline: true,
    types: { getTypeParser },
    verify: (client, done) => client.query(setUp, done),
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

/**
 * Sent once a session is there: asked for with it, a pooler would refuse some of them, and
 * `options` in a URL would take the place of others.
 */
function settingUp(options: PoolOptions) {
  const { durable = true, timeouts = true } = options;
  const { statementMsMax = STATEMENT_MS_MAX, lockMsMax = LOCK_MS_MAX } = options;
  const settings = {
    statement_timeout: timeouts ? statementMsMax : NEVER,
    lock_timeout: timeouts ? lockMsMax : NEVER,
    idle_in_transaction_session_timeout: timeouts ? IDLE_IN_TRANSACTION_MS : NEVER,
    ...(!durable && { synchronous_commit: 'off' }),
  };
  const text =
    'select set_config(name, value, false) from unnest($1::text[], $2::text[]) as one(name, value)';
  const values = [Object.keys(settings), Object.values(settings).map(String)];
  // Part of making a connection, and given up like it.
  return { text, values, query_timeout: CONNECTION_TIMEOUT_MS };
}

function pooled(client: pg.PoolClient, names: Map<string, string>): PooledConnection {
  const { promise: lost, resolve } = Promise.withResolvers<unknown>();
  client.once('error', resolve);
  let outdated = false;
  return {
    lost,
    async query(sql, parameters, kept = false) {
      const values = [...parameters];
      const query = kept ? { name: nameOf(sql, names), text: sql, values } : { text: sql, values };
      try {
        const { rows, rowCount } = await client.query(query);
        return { rows, affected: rowCount ?? 0 };
      } catch (error) {
        outdated ||= isOutdated(error);
        throw error;
      }
    },
    release(broken) {
      client.off('error', resolve);
      // What it has prepared would fail as long as it lives.
      client.release(broken || outdated);
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
