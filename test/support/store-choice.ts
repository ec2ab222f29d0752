import process from 'node:process';
import { openSqlite } from '#store/sqlite.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
import type { Store } from '#store/store.ts';
import { createDatabase, withoutServer } from './postgres-server.ts';

/** Which store the spawned servers of a run are on: `YUNTAI_TEST_STORE=postgres npm test -- …`. */
export const storeKind = process.env['YUNTAI_TEST_STORE'] === 'postgres' ? 'postgres' : 'sqlite';

/** For the `skip` of tests of SQLite's own files. */
export const onlySqlite: string | false =
  storeKind === 'sqlite' ? false : 'it is about the files of SQLite';

const databases = new Map<string, Promise<string>>();

/** What a server on this data directory is told of its store besides: the same each time. */
export async function storeEnvironment(data: string): Promise<Readonly<Record<string, string>>> {
  if (storeKind === 'sqlite') return {};
  if (withoutServer !== false) throw new Error(withoutServer);
  const made = databases.get(data) ?? createDatabase().then(({ url }) => url);
  databases.set(data, made);
  return { YUNTAI_DATABASE_URL: await made };
}

/** Opens the store of a data directory that no process has. */
export async function openStoreOf(data: string): Promise<Store> {
  const url = databases.get(data);
  if (url === undefined) return openSqlite({ directory: data });
  return openPostgres({ pool: openPool({ url: await url, onLost: () => undefined }) });
}
