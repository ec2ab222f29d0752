import { existsSync } from 'node:fs';
import type { GeneratedFiles } from './generated-file.ts';
import { readRepositoryFile, repositoryPath } from './generated-file.ts';

const PAGE = 'docs/adding-an-action.md';
const FENCE = /(?<=^```ts\n)[^]*?(?=^```$)/gm;
/** How a file begins; a part of one begins otherwise. */
const WHOLE = /^(?:\/\/|import) /;

/** Paths of the repository that a text names between backquotes. */
export function pathsIn(text: string): readonly string[] {
  const quoted = text.matchAll(/`((?:src|test|docs|scripts|conformance)\/[\w./-]+)/g);
  return [...quoted].map(([, path = '']) => path);
}

/** The page with the whole files that it shows as they are now; a test compares the parts. */
export function shownCode(): GeneratedFiles {
  const page = readRepositoryFile(PAGE);
  const anew = page.replaceAll(FENCE, (shown: string, index: number) => {
    const path = pathsIn(page.slice(0, index)).at(-1) ?? '';
    return WHOLE.test(shown) && existsSync(repositoryPath(path)) ? readRepositoryFile(path) : shown;
  });
  return new Map([[PAGE, anew]]);
}
