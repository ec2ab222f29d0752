import { copyFileSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CopiedTable, type CopyProgress, CopyRefused, copyRows } from '#store/copy/copy.ts';
import type { CopyEnd } from '#store/copy/end.ts';
import { checkKey } from './key-file.ts';
import { isDatabase, openCopyEnd } from './open-copy-end.ts';

export interface CloudCopy {
  /** Data directories, or URLs of PostgreSQL databases. */
  readonly from: string;
  readonly to: string;
  /** The key that the cloud is sealed with; by default that of the source's directory. */
  readonly keyFile?: string;
  onProgress(progress: CopyProgress): void;
}

/** What there is now. */
export interface CopiedCloud {
  readonly tables: readonly CopiedTable[];
  /** The key file that the copy has to be served with, as far as it is known. */
  readonly keyFile: string | undefined;
}

/**
 * Copies a cloud, all or nothing. A directory gets the key file first: a cloud is never without
 * the key that opens its secrets. @throws Error that says what to do
 */
export async function copyCloud({
  from,
  to,
  keyFile,
  onProgress,
}: CloudCopy): Promise<CopiedCloud> {
  if (from === to || (!isDatabase(from) && !isDatabase(to) && resolve(from) === resolve(to))) {
    throw new CopyRefused('--from and --to are the same place.');
  }
  const source = await openCopyEnd(from, 'source');
  try {
    const key = await keyOf(source, keyFile ?? (isDatabase(from) ? undefined : keyIn(from)));
    if (keyFile !== undefined && key === undefined) {
      throw new CopyRefused(`There is no key file ${keyFile}: correct --key-file.`);
    }
    const target = await openCopyEnd(to, 'target');
    try {
      const kept = isDatabase(to) ? key : keepKey(key ?? (await keyOf(source, keyIn(to))), to);
      return { tables: await copyRows(source, target, onProgress), keyFile: kept };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The key file, where it is there: it has to be the one that the source is sealed with. */
async function keyOf(source: CopyEnd, path: string | undefined): Promise<string | undefined> {
  if (path === undefined || !existsSync(path)) return undefined;
  await checkKey(source, path);
  return path;
}

/** Puts the key into the directory; one that is there already has to be the same. */
function keepKey(key: string | undefined, directory: string): string | undefined {
  if (key === undefined) return undefined;
  const kept = keyIn(directory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!existsSync(kept)) copyFileSync(key, kept, constants.COPYFILE_EXCL);
  else if (readFileSync(kept, 'utf8') !== readFileSync(key, 'utf8')) {
    throw new CopyRefused(`${kept} is another key than ${key}: move it away, then copy again.`);
  }
  return kept;
}

function keyIn(directory: string): string {
  return join(directory, 'key');
}
