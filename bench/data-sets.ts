import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runScript } from './child.ts';
import type { Seeded } from './seed.ts';
import type { TemplateRow } from './yardstick.ts';

export interface DataSet extends Seeded {
  /** A copy of the directory that nobody else uses. */
  copy(): string;
}

/** Data directories with that many instances stored, each seeded once in a run. */
export interface DataSets {
  /** Makes a file or directory name that is not taken yet. */
  path(name: string): string;
  stored(count: number): Promise<DataSet>;
  /** A directory of that many instances whose columns differ (bench/grow.ts), to be read. */
  grown(count: number): Promise<string>;
  /** A database of `id` and `answer` for a yardstick that reads. */
  answers(ids: readonly string[], answer: string): string;
}

const SEED = join(import.meta.dirname, 'seed.ts');
const GROW = join(import.meta.dirname, 'grow.ts');
/** What grows is copies of one of these. */
const SEEDED = 1;

export function createDataSets(root: string): DataSets {
  const seeded = new Map<number, Promise<{ directory: string; facts: Seeded }>>();
  let paths = 0;
  const path = (name: string): string => {
    paths += 1;
    return join(root, `${paths}-${name}`);
  };
  const seed = async (count: number) => {
    const directory = path(`seed-${count}`);
    const facts = JSON.parse(await runScript(SEED, [directory, String(count)])) as Seeded;
    return { directory, facts };
  };
  return {
    path,
    async stored(count) {
      const made = seeded.get(count) ?? seed(count);
      seeded.set(count, made);
      const { directory, facts } = await made;
      const copy = (): string => {
        const to = path(`stored-${count}`);
        cpSync(directory, to, { recursive: true });
        return to;
      };
      return { ...facts, copy };
    },
    async grown(count) {
      const { directory } = await seed(SEEDED);
      await runScript(GROW, [directory, String(count)]);
      return directory;
    },
    answers(ids, answer) {
      const file = path('answers.db');
      const database = new DatabaseSync(file);
      database.exec('create table answers (id text not null unique, answer text not null) strict');
      const insert = database.prepare('insert into answers values (?, ?)');
      database.exec('begin');
      for (const id of ids) insert.run(id, answer);
      database.exec('commit');
      database.close();
      return file;
    },
  };
}

/** Writes what a yardstick is to do where it reads it. */
export function writeOptions(data: DataSets, options: object): string {
  const file = data.path('yardstick.json');
  writeFileSync(file, JSON.stringify(options));
  return file;
}

/** A directory of compiled code, for starts that find it warm. */
export function compileCache(data: DataSets): string {
  const directory = data.path('compile-cache');
  mkdirSync(directory);
  return directory;
}

/** The newest row of a table of a stopped server that has such columns, without its number. */
export function newestRow(
  directory: string,
  table: TemplateRow['table'],
  where: TemplateRow['columns'] = {},
): TemplateRow {
  const database = new DatabaseSync(join(directory, 'yuntai.db'), { readOnly: true });
  const conditions = Object.keys(where).map((name) => `and ${name} = ?`);
  const columns = database
    .prepare(`select * from ${table} where true ${conditions.join(' ')} order by 1 desc limit 1`)
    .get(...Object.values(where)) as Record<string, string | number | null> | undefined;
  database.close();
  if (columns === undefined) throw new Error(`There is no row in ${table} to go by.`);
  const { seq: _seq, ...rest } = columns;
  return { table, columns: rest };
}
