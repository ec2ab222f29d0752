import type { Schema } from '../schema.ts';
import type { Tables } from '../table.ts';
import type { CopyEnd } from './end.ts';
import { countOf, pagesOf, type Sum, Summing, sumOf } from './rows.ts';

/** How far a copy is. */
export interface CopyProgress {
  readonly step: 'copied' | 'verified';
  readonly table: keyof Schema;
  /** Rows of all tables, done and in all. */
  readonly rows: number;
  readonly rowsMax: number;
}

export interface CopyOptions {
  /** What is copied: each table by its name, in that order. */
  readonly tables: Tables;
  onProgress(progress: CopyProgress): void;
}

/** One table that was copied, and is the same at both ends. */
export interface CopiedTable extends Sum {
  readonly table: keyof Schema;
}

/** A copy was refused or gone back on; the message says why, and nothing is at the target. */
export class CopyRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CopyRefused';
  }
}

/**
 * Copies every row of a cloud into an empty database, reads all of it back there, and only then
 * keeps it: whatever goes wrong before leaves the target as it was. Takes memory for a page of
 * rows. @throws CopyRefused, StoreUnavailable
 */
export async function copyRows(
  source: CopyEnd,
  target: CopyEnd,
  { tables, onProgress }: CopyOptions,
): Promise<readonly CopiedTable[]> {
  const names = Object.keys(tables) as ReadonlyArray<keyof Schema>;
  if (!source.hadSchema) throw new CopyRefused(`There is no cloud in ${source.name}.`);
  await refuseUnlessEmpty(target, names);
  const rowsMax = await rowsOf(source, names);
  await target.begin();
  // The one row of an empty database is its schema's number, which comes with the others.
  await target.db.deleteFrom('meta').execute();
  let rows = 0;
  const sums = new Map<keyof Schema, Sum>();
  for (const table of names) {
    const summing = new Summing();
    for await (const page of pagesOf(source, table, tables)) {
      summing.add(page);
      await target.insert(table, page);
      rows += page.length;
      onProgress({ step: 'copied', table, rows, rowsMax });
    }
    sums.set(table, summing.sum());
  }
  await copyNumbers(source, target, tables);
  const copied = await verify(target, sums, { tables, rowsMax, onProgress });
  // Who lost the source lost its locks too, and what was read may not be its last word.
  await countOf(source, 'meta');
  await target.commit();
  return copied;
}

async function refuseUnlessEmpty(
  target: CopyEnd,
  names: ReadonlyArray<keyof Schema>,
): Promise<void> {
  for (const table of names) {
    const rows = await countOf(target, table);
    if (rows === 0 || (table === 'meta' && (await isBare(target)))) continue;
    throw new CopyRefused(
      `The target ${target.name} is not empty: it has rows in ${table}. ` +
        'Name a directory or a database that has never been used.',
    );
  }
}

/** Whether nobody but the migrations has written down a fact. */
async function isBare({ db }: CopyEnd): Promise<boolean> {
  const facts = await db.selectFrom('meta').select('name').limit(2).execute();
  return facts.every(({ name }) => name === 'schema');
}

async function rowsOf(source: CopyEnd, names: ReadonlyArray<keyof Schema>): Promise<number> {
  let rows = 0;
  for (const table of names) rows += await countOf(source, table);
  return rows;
}

/** A number that was given to a row which is gone by now is not given again. */
async function copyNumbers(source: CopyEnd, target: CopyEnd, tables: Tables): Promise<void> {
  for (const table of Object.keys(tables) as ReadonlyArray<keyof Schema>) {
    if (!('seq' in tables[table].columns)) continue;
    await target.continueAbove(table, await source.lastNumber(table));
  }
}

async function verify(
  target: CopyEnd,
  sums: ReadonlyMap<keyof Schema, Sum>,
  { tables, rowsMax, onProgress }: CopyOptions & { readonly rowsMax: number },
): Promise<readonly CopiedTable[]> {
  const copied: CopiedTable[] = [];
  let rows = 0;
  for (const [table, sent] of sums) {
    const kept = await sumOf(target, table, tables);
    if (kept.rows !== sent.rows || kept.checksum !== sent.checksum) {
      throw new CopyRefused(
        `${table} differs in ${target.name}: ${sent.rows} rows with the checksum ` +
          `${sent.checksum} were sent, ${kept.rows} with ${kept.checksum} arrived. ` +
          'Nothing was kept: copy again, and report it if it happens again.',
      );
    }
    rows += kept.rows;
    copied.push({ table, ...kept });
    if (kept.rows > 0) onProgress({ step: 'verified', table, rows, rowsMax });
  }
  return copied;
}
