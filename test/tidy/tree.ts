import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Source } from './source.ts';

const ROOT = join(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'data', '.git', '.cache', '.yuntai']);
const CODE = /\.(ts|mts|mjs|js)$/;
const BINARY = /\.(png|jpg|gif|ico|woff2?|gz|db|sqlite|log)(-\w+)?$/;

/** The files of the repository, or of a sample of one. */
export interface Tree {
  /** Every text file, by its path from the root. */
  readonly texts: ReadonlyMap<string, string>;
  /** The TypeScript and JavaScript among them, parsed. */
  readonly sources: readonly Source[];
}

/** A tree given by its files: for showing that a rule finds what it should. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  const texts = new Map(Object.entries(files));
  const sources = [...texts]
    .filter(([path]) => CODE.test(path))
    .map(([path, text]) => new Source(path, text));
  return { texts, sources };
}

let kept: Tree | undefined;

/** The repository as it lies on the disk, without what is installed or built; read once. */
export function repository(): Tree {
  kept ??= treeOf(Object.fromEntries(textFiles(ROOT)));
  return kept;
}

function* textFiles(directory: string): Generator<[path: string, text: string]> {
  const depth = directory === ROOT ? 0 : 1;
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    // `data` is skipped at the root alone: there a server keeps its state.
    if (SKIPPED.has(entry.name) && !(entry.name === 'data' && depth > 0)) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* textFiles(path);
    else if (entry.isFile() && !BINARY.test(entry.name)) {
      yield [relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    }
  }
}
