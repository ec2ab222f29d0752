import { existsSync } from 'node:fs';
import { CopyRefused } from '#store/copy/copy.ts';
import type { CopyEnd } from '#store/copy/end.ts';
import { databaseFile } from '#store/data-directory.ts';
import { databaseName, isDatabaseUrl } from '#store/database-url.ts';

/**
 * Opens an end of a copy: a directory, or the URL of a PostgreSQL database. A source is there
 * already. @throws Error that says what to do: a server runs there, there is no cloud.
 */
export async function openCopyEnd(place: string, role: 'source' | 'target'): Promise<CopyEnd> {
  if (isDatabaseUrl(place)) return openDatabaseEnd(place);
  if (role === 'source' && !existsSync(databaseFile(place))) {
    throw new CopyRefused(`There is no cloud in ${place}: it has no ${databaseFile('')}.`);
  }
  const { openSqliteEnd } = await import('#store/copy/sqlite-end.ts');
  return openSqliteEnd(place);
}

async function openDatabaseEnd(url: string): Promise<CopyEnd> {
  const name = databaseName(url);
  const { openPool } = await import('#store/postgres-pool.ts');
  const { openPostgresEnd } = await import('#store/copy/postgres-end.ts');
  const { postgresOpeningError } = await import('#store/postgres-opening.ts');
  const pool = openPool({ url, onLost: () => undefined, connectionsMax: 1, timeouts: false });
  return openPostgresEnd(pool, name).catch((error: unknown) => {
    throw postgresOpeningError(name, error);
  });
}
