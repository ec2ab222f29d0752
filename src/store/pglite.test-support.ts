import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { PGlite, protocol } from '@electric-sql/pglite';
import {
  type Bound,
  type PooledConnection,
  type PostgresPool,
  type PostgresResult,
  wholeNumberParsers,
} from './postgres-connection.ts';

const { messages, serialize } = protocol;
const PACKAGES = join(import.meta.dirname, '../../node_modules');
const CACHE = join(PACKAGES, '.cache/yuntai-pglite');

/** PostgreSQL within the test's own process, in memory. */
export interface Pglite {
  /** A pool of its one connection, on a database emptied first. */
  emptied(): Promise<PostgresPool>;
  close(): Promise<void>;
}

export async function startPglite(): Promise<Pglite> {
  const database = await newDatabase();
  let free: Promise<unknown> = Promise.resolve();
  const prepared = new Map<string, string>();
  let names = 0;
  const acquire = async (): Promise<PooledConnection> => {
    const before = free;
    const { promise, resolve } = Promise.withResolvers<void>();
    free = promise;
    await before;
    return {
      lost: Promise.race<unknown>([]),
      query: (text, parameters, kept = false) =>
        database.runExclusive(async () => {
          const known = prepared.get(text);
          // A name is used once: what was parsed stays, even where its query has failed.
          if (known === undefined) names += 1;
          const name = known ?? (kept ? `kept_${names}` : '');
          const parse = known === undefined ? [serialize.parse({ name, text })] : [];
          const answer = await exchanged(database, [...parse, ...executed(name, parameters)]);
          if (kept) prepared.set(text, name);
          return answer;
        }),
      release: () => resolve(),
    };
  };
  return {
    async emptied() {
      await database.exec('deallocate all; drop schema public cascade; create schema public');
      prepared.clear();
      return { acquire, close: async () => undefined };
    },
    close: () => database.close(),
  };
}

/**
 * A database as it is when it is new. To make one takes seconds of computing, so it is done once
 * for a version of PGlite, and kept.
 */
async function newDatabase(): Promise<PGlite> {
  const manifest = await readFile(join(PACKAGES, '@electric-sql/pglite/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const file = join(CACHE, `${version}.tar`);
  const kept = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (kept !== undefined) return PGlite.create({ loadDataDir: new Blob([kept]) });
  const database = await PGlite.create();
  const dump = await database.dumpDataDir('none');
  await mkdir(CACHE, { recursive: true });
  // Others may be making it as well: the file is there when it is whole.
  await writeFile(`${file}.${process.pid}`, await dump.bytes());
  await rename(`${file}.${process.pid}`, file);
  return database;
}

function executed(statement: string, parameters: readonly Bound[]): readonly Uint8Array[] {
  return [
    serialize.bind({ statement, values: parameters.map(textOf) }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
    serialize.sync(),
  ];
}

/** As a driver sends it: the database knows of which type it is. */
function textOf(value: Bound): string | null {
  if (value === null) return null;
  if (typeof value !== 'object') return String(value);
  return `{${value.map(elementOf).join(',')}}`;
}

function elementOf(value: string | number | null): string {
  return value === null ? 'null' : `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** One exchange for each query, as with a server, where PGlite's own `query` has five. */
async function exchanged(database: PGlite, parts: readonly Uint8Array[]): Promise<PostgresResult> {
  const answered = await database.execProtocol(Buffer.concat(parts));
  let fields: ReadonlyArray<{ readonly name: string; readonly dataTypeID: number }> = [];
  let affected = 0;
  const rows: object[] = [];
  for (const message of answered.messages) {
    if (message instanceof messages.RowDescriptionMessage) ({ fields } = message);
    if (message instanceof messages.DataRowMessage) {
      const cells = fields.map(({ name, dataTypeID }, at) => {
        const text = message.fields[at] ?? null;
        return [name, text === null ? null : (wholeNumberParsers[dataTypeID]?.(text) ?? text)];
      });
      rows.push(Object.fromEntries(cells) as object);
    }
    if (message instanceof messages.CommandCompleteMessage) {
      affected = Number(/\d+$/.exec(message.text)?.[0] ?? 0);
    }
  }
  return { rows, affected };
}
