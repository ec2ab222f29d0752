import type { PostgresConnection, PostgresPool } from './postgres-connection.ts';
import { withConnection } from './postgres-with-connection.ts';

/** The oldest that the tests run on, as the server counts versions. */
const VERSION_MIN = 150_000;

/** Refuses a server too old, or a database whose text is not Unicode. @throws Error */
export async function refuseUnfit(connection: PostgresConnection): Promise<void> {
  const { rows } = await connection.query(
    "select current_setting('server_version') as version, " +
      "current_setting('server_version_num')::int4 as number, " +
      "current_setting('server_encoding') as encoding",
    [],
  );
  const [{ version, number, encoding }] = rows as [
    { readonly version: string; readonly number: number; readonly encoding: string },
  ];
  if (number < VERSION_MIN) {
    throw new Error(
      `The database server is PostgreSQL ${version}: ` +
        `Yuntai needs ${VERSION_MIN / 10_000} or later.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new Error(
      `The encoding of the database is ${encoding}: Yuntai needs UTF8. Make another one with ` +
        'createdb --encoding=UTF8 --template=template0.',
    );
  }
}

/** A session that has changed, or locked, something for a while and not ended its transaction. */
export interface LockHolder {
  readonly pid: number;
  readonly user: string;
  readonly application: string;
  readonly place: string;
  readonly state: string;
  readonly seconds: number;
}

/** Who holds locks that a write waits for: whoever has had any for a second and more. */
export async function lockHolders(pool: PostgresPool): Promise<readonly LockHolder[]> {
  const { rows } = await withConnection(pool, (connection) =>
    connection.query(
      'select pid, usename as user, application_name as application, ' +
        "coalesce(host(client_addr), 'the same machine') as place, state, " +
        'extract(epoch from clock_timestamp() - xact_start)::int8 as seconds ' +
        'from pg_stat_activity as session where datname = current_database() ' +
        "and pid <> pg_backend_pid() and xact_start < clock_timestamp() - interval '1 s' " +
        'and exists (select from pg_locks as held where held.pid = session.pid and granted ' +
        "and (locktype = 'advisory' or (locktype = 'relation' and mode like '%Exclusive%'))) " +
        'order by xact_start limit 10',
      [],
    ),
  );
  return rows as readonly LockHolder[];
}

/** What to say where a lock on the tables was waited for in vain: who has it, and what to do. */
export async function waitedInVain(pool: PostgresPool, lock: number, cause: unknown) {
  const { rows } = await withConnection(pool, (connection) =>
    connection.query(
      "select pid, coalesce(host(client_addr), 'the same machine') as place " +
        'from pg_locks join pg_stat_activity using (pid) ' +
        "where locktype = 'advisory' and database = (select oid from pg_database " +
        'where datname = current_database()) and granted and objsubid = 1 ' +
        'and (classid::int8 << 32) + objid::int8 = $1',
      [lock],
    ),
  );
  const holder = rows[0] as { readonly pid: number; readonly place: string } | undefined;
  const who = holder === undefined ? '' : ` (session ${holder.pid}, from ${holder.place})`;
  return new Error(
    `Another process changes the tables of this database, or copies it${who}: ` +
      'wait until it is through, or end it, and start again.',
    { cause },
  );
}
