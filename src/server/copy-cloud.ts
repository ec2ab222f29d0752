import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tables as allTables } from '#resources/nouns.ts';
import { type CopiedTable, type CopyProgress, CopyRefused, copyRows } from '#store/copy/copy.ts';
import type { CopyEnd } from '#store/copy/end.ts';
import { isDatabaseUrl } from '#store/database-url.ts';
import { keepKey } from './keep-key.ts';
import { isKeyOf, isSealed } from './key-file.ts';
import { openCopyEnd } from './open-copy-end.ts';

export interface CloudCopy {
  /** Data directories, or URLs of PostgreSQL databases. */
  readonly from: string;
  readonly to: string;
  /** The key that the cloud is sealed with; by default that of the source's directory. */
  readonly keyFile?: string;
  /** The key is kept elsewhere: the rows are copied without it. */
  readonly withoutKey?: boolean;
  onProgress(progress: CopyProgress): void;
}

/** What there is now. */
export interface CopiedCloud {
  readonly tables: readonly CopiedTable[];
  /** The key file that the copy has to be served with, as far as it is known. */
  readonly keyFile: string | undefined;
  readonly inDatabase: boolean;
}

/**
 * Copies a cloud, all or nothing; a directory gets the key file with it.
 * @throws Error that says what to do
 */
export async function copyCloud({
  from,
  to,
  keyFile,
  withoutKey = false,
  onProgress,
}: CloudCopy): Promise<CopiedCloud> {
  if (
    from === to ||
    (!isDatabaseUrl(from) && !isDatabaseUrl(to) && resolve(from) === resolve(to))
  ) {
    throw new CopyRefused('--from and --to are the same place.');
  }
  const source = await openCopyEnd(from, 'source');
  try {
    const key = await keyOf(source, keyFile ?? (isDatabaseUrl(from) ? undefined : keyIn(from)));
    if (keyFile !== undefined && key === undefined) {
      throw new CopyRefused(`There is no key file ${keyFile}: correct --key-file.`);
    }
    const target = await openCopyEnd(to, 'target');
    try {
      const inDatabase = isDatabaseUrl(to);
      const kept = inDatabase ? key : await keyOf(source, keyIn(to), UNUSED);
      if (key === undefined && kept === undefined && !withoutKey && (await isSealed(source))) {
        throw new CopyRefused(
          `The secrets of ${source.name} open only with its key file: name it with --key-file, ` +
            'or copy the rows alone with --without-key.',
        );
      }
      const keyed = kept === undefined && key !== undefined;
      const end = keyed ? keepKey(target, { from: key, to: keyIn(to) }) : target;
      const tables = await copyRows(source, end, { tables: allTables, onProgress });
      return { tables, keyFile: keyed ? keyIn(to) : kept, inDatabase };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const UNUSED = 'name a directory that has never been used';

/** The key file, where it is there: it has to be the one that the source is sealed with. */
async function keyOf(
  source: CopyEnd,
  path: string | undefined,
  advice = 'name the right one with --key-file',
): Promise<string | undefined> {
  if (path === undefined || !existsSync(path)) return undefined;
  if (await isKeyOf(source, path)) return path;
  throw new CopyRefused(
    `The key file ${path} is not the one that ${source.name} is sealed with: ${advice}.`,
  );
}

function keyIn(directory: string): string {
  return join(directory, 'key');
}
