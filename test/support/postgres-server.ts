import process from 'node:process';
import pg from 'pg';
import { findPrograms } from '../../scripts/postgres-server.mjs';

/** Where the tests find a PostgreSQL server, as a role that may create databases. */
export const serverUrl = process.env['YUNTAI_TEST_POSTGRES_URL'] ?? '';

/** For the `skip` of tests that need a real server: false where there is one, else why not. */
export const withoutServer: string | false =
  serverUrl === '' ? 'YUNTAI_TEST_POSTGRES_URL names no PostgreSQL server' : false;

/** For the `skip` of tests that start a server of their own, where the others have one too. */
export function withoutOwnServer(): string | false {
  if (withoutServer !== false) return withoutServer;
  return findPrograms() === undefined ? 'no PostgreSQL server is installed here' : false;
}

/** A database of its own, empty at first. */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** One statement on it, outside of everything that is tested. */
  query(sql: string, values?: readonly unknown[]): Promise<Array<Record<string, unknown>>>;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

let made = 0;

/** Makes a database on the server of the tests, by a name that no other run has. */
export async function createDatabase(): Promise<TestDatabase> {
  made += 1;
  const name = `yuntai_test_${process.pid}_${made}_${Date.now().toString(36)}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await once(serverUrl, `create database ${name}`);
  return {
    name,
    url: url.href,
    query: (sql, values) => once(url.href, sql, values),
    drop: async () => void (await once(serverUrl, `drop database ${name} with (force)`)),
  };
}

async function once(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Array<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}
