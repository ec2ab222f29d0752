import process from 'node:process';
import { openSqlite } from '#store/sqlite.ts';
import { startPglite } from '#store/pglite.test-support.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
import type { Store } from '#store/store.ts';
import { createDatabase, withoutServer } from './postgres-server.ts';

const kinds = ['sqlite', 'pglite', 'postgres'] as const;

/**
 * Which store the clouds of a run are on: `YUNTAI_TEST_STORE=postgres npm test -- …`. PGlite is in
 * the process of the test, so servers in processes of their own are on SQLite beside it.
 */
export const storeKind =
  kinds.find((kind) => kind === process.env['YUNTAI_TEST_STORE']) ?? 'sqlite';

/** For the `skip` of tests of SQLite's own files. */
export const onlySqlite: string | false =
  storeKind === 'postgres' ? 'it is about the files of SQLite' : false;

const databases = new Map<string, Promise<string>>();

/** What a server on this data directory is told of its store besides: the same each time. */
export async function storeEnvironment(data: string): Promise<Readonly<Record<string, string>>> {
  if (storeKind !== 'postgres') return {};
  const made = databases.get(data) ?? newDatabase();
  databases.set(data, made);
  return { YUNTAI_DATABASE_URL: await made };
}

/** Opens the store of a data directory that no process has. */
export async function openStoreOf(data: string): Promise<Store> {
  const url = databases.get(data);
  return url === undefined ? openSqlite({ directory: data }) : openShared(await url);
}

/** An empty store for a cloud in the process of the test. */
export async function openTestStore(): Promise<Store> {
  if (storeKind === 'sqlite') return openSqlite({ directory: ':memory:' });
  if (storeKind === 'postgres') return openShared(await newDatabase());
  const pglite = await startPglite();
  const store = await openPostgres({ pool: await pglite.emptied() });
  const close = async (): Promise<void> => {
    await store.close();
    await pglite.close();
  };
  return { ...store, close };
}

async function newDatabase(): Promise<string> {
  if (withoutServer !== false) throw new Error(withoutServer);
  return (await createDatabase()).url;
}

function openShared(url: string): Promise<Store> {
  return openPostgres({ pool: openPool({ url, onLost: () => undefined }) });
}
