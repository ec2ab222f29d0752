import { readFile, stat } from 'node:fs/promises';
import { regions } from '#resources/region/region.ts';
import { diskKinds } from '#resources/disk/disk-kind.ts';
import type { PriceBook } from '#pricing/price-book.ts';
import { parseBook, readBook } from '#pricing/read-book.ts';
import sample from '#pricing/sample-prices.json' with { type: 'json' };
import { namesOfTheCloud } from './names-of-the-cloud.ts';

const FILE_BYTES_MAX = 4 * 1024 * 1024;

const known = {
  isType: namesOfTheCloud.isType,
  disks: diskKinds,
  regions: regions.map(({ name }) => name),
};

/**
 * The price book of a file, or the sample data where none is named.
 * @throws Error that names the file and what to change.
 */
export async function openPrices(file: string | undefined): Promise<PriceBook> {
  if (file === undefined) return readBook(sample, known);
  const text = await readText(file);
  try {
    return parseBook(text, known);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size <= FILE_BYTES_MAX) return await readFile(file, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`The price book ${file} cannot be read (${message}).`, { cause: error });
  }
  throw new Error(`${file} is larger than ${FILE_BYTES_MAX} bytes; is it the right file?`);
}
