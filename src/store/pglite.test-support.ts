import { PGlite } from '@electric-sql/pglite';
import type { PooledConnection, PostgresPool } from './postgres-connection.ts';
import { wholeNumberParsers } from './postgres-connection.ts';

/** PostgreSQL within the test's own process, in memory. */
export interface Pglite {
  /** A pool of its one connection, on a database emptied first. */
  emptied(): Promise<PostgresPool>;
  close(): Promise<void>;
}

export async function startPglite(): Promise<Pglite> {
  const database = await PGlite.create({ parsers: { ...wholeNumberParsers } });
  let free: Promise<unknown> = Promise.resolve();
  const acquire = async (): Promise<PooledConnection> => {
    const before = free;
    const { promise, resolve } = Promise.withResolvers<void>();
    free = promise;
    await before;
    return {
      lost: Promise.race<unknown>([]),
      async query(sql, parameters) {
        const { rows, affectedRows = 0 } = await database.query(sql, [...parameters]);
        return { rows, affected: affectedRows };
      },
      release: () => resolve(),
    };
  };
  return {
    async emptied() {
      await database.exec('drop schema public cascade; create schema public');
      return { acquire, close: async () => undefined };
    },
    close: () => database.close(),
  };
}
