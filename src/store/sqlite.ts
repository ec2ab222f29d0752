import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { statementCompiler } from './compile.ts';
import { refuseUnfinished } from './copy/unfinished.ts';
import { databaseFile, filePresence } from './data-directory.ts';
import { kyselyOver } from './dialect.ts';
import { GroupCommit } from './group-commit.ts';
import { insertStatements } from './insert-statement.ts';
import { MacrotaskGuard } from './macrotask-guard.ts';
import { memoryNonces } from './memory-nonces.ts';
import { markSchema, migrate, schemaKnown } from './migrate.ts';
import { noNews } from './news.ts';
import type { NonceBook } from './nonces.ts';
import { warnOfHook } from './session-state.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import type { Schema } from './schema.ts';
import { isDamage, openSqliteFile, type SqliteFile, sqliteSettings } from './sqlite-file.ts';
import { openSqliteNonces } from './sqlite-nonces.ts';
import { SqliteSession } from './sqlite-session.ts';
import { sqliteWriter } from './sqlite-writer.ts';
import type { Reader, Store } from './store.ts';

export interface SqliteOptions {
  /** Where yuntai.db and nonces.db are; `:memory:` keeps nothing. */
  readonly directory: string;
  /** Told of each durable commit, with the number of writes it carried. */
  readonly onCommit?: (writes: number) => void;
  /** Told of a hook of `afterCommit` that threw; by default it becomes a warning on stderr. */
  readonly onHookError?: (error: unknown) => void;
  /** How many writes may share a commit. */
  readonly writesPerCommitMax?: number;
}

/**
 * Opens the embedded store: one file, one process, one connection.
 *
 * One connection serves reads too. D4 gave them their own so that they never see what is not
 * durable; here no read begins while a group of writes is open, which says the same, and reads
 * need half the time: the file is locked for this process (D9), so SQLite neither asks for locks
 * nor drops its cache after each commit.
 *
 * @throws DataDirectoryInUse, NewerSchema, or Error when the directory cannot be written.
 */
export async function openSqlite(options: SqliteOptions): Promise<Store> {
  const { directory, onCommit = () => undefined, onHookError = warnOfHook } = options;
  const inMemory = directory === ':memory:';
  const file = inMemory ? await openInMemory() : await openSqliteFile(directory, migrateSqlite);
  const { connection } = file;
  const check = inMemory ? () => undefined : filePresence(databaseFile(directory));
  const parts = {
    connection,
    compiler: statementCompiler('sqlite'),
    inserts: insertStatements(),
  };
  const guard = new MacrotaskGuard();
  const writesPerCommitMax = options.writesPerCommitMax ?? 64;
  const hooks = { onCommit, onHookError };
  const writer = sqliteWriter({ parts, guard, check });
  const group = new GroupCommit({ writer, writesPerCommitMax, ...hooks });
  const nonces = inMemory ? memoryOnly() : openNonces(file, join(directory, 'nonces.db'));
  let closed: Promise<void> | undefined;
  const refuseWhenClosed = (): void => {
    if (closed !== undefined) throw new Error('The store is closed.');
  };
  const read = async <T>(work: (reader: Reader) => Promise<T>): Promise<T> => {
    await group.settled();
    refuseWhenClosed();
    let session: SqliteSession | undefined;
    try {
      return await guard.run((pause) => {
        session = new SqliteSession(parts, 'read', () => pause(() => group.settled()));
        return work(session);
      });
    } finally {
      session?.state.end();
    }
  };
  const close = async (): Promise<void> => {
    await group.drained();
    nonces.close();
    file.close();
  };
  return {
    read,
    async write(work) {
      refuseWhenClosed();
      return group.write(work);
    },
    nonces,
    news: noNews,
    async maintain() {
      await group.settled();
      refuseWhenClosed();
      // It looks at some rows of each index that has grown much since it looked last.
      connection.exec('pragma analysis_limit = 400; pragma optimize');
    },
    async ping() {
      await read((reader) => reader.db.selectFrom('meta').select('name').limit(1).execute());
      check();
    },
    close: () => (closed ??= close()),
  };
}

/** Of the first database in memory that was opened. */
let definitionInMemory: string | undefined;

/**
 * Every migration begins with no rows here, so the second database of a process and those after it
 * get the tables that the first one ended with: that takes a twentieth of the time.
 */
async function openInMemory(): Promise<SqliteFile<void>> {
  const connection = new SqliteConnection(':memory:');
  connection.exec(sqliteSettings);
  if (definitionInMemory === undefined) {
    await migrateSqlite(connection);
    definitionInMemory = connection.definition();
  } else {
    connection.exec(definitionInMemory);
    await markSchema(kyselyOf(connection), schemaKnown);
  }
  return { connection, prepared: undefined, close: () => connection.close() };
}

const kyselyOf = (connection: SqliteConnection): Kysely<Schema> =>
  kyselyOver('sqlite', async (query) => connection.query(query));

function openNonces(database: SqliteFile<void>, file: string): ReturnType<typeof memoryOnly> {
  try {
    return openSqliteNonces(file);
  } catch (error) {
    database.close();
    if (!isDamage(error)) throw error;
    throw new Error(
      `${file} is damaged or is not a database (${String(error)}): delete it and start again. ` +
        'It holds nothing but the nonces of the last minutes.',
      { cause: error },
    );
  }
}

async function migrateSqlite(connection: SqliteConnection): Promise<void> {
  connection.control('begin immediate');
  try {
    const db = kyselyOf(connection);
    await refuseUnfinished(db, 'sqlite');
    await migrate(db, 'sqlite');
    connection.control('commit');
  } catch (error) {
    connection.control('rollback');
    throw error;
  }
}

function memoryOnly(): NonceBook & { close(): void } {
  return { ...memoryNonces(), close: () => undefined };
}
