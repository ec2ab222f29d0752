import { posix } from 'node:path';

/**
 * The path from the root that an import of ours means (`#room/a.ts`, `./a.ts`); undefined for a
 * package or a module of Node's.
 */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return undefined;
}
