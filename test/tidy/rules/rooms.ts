import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Import, Source } from '../source.ts';
import { resolveImport } from './resolve.ts';

/**
 * Which rooms of src/ a room may import (ARCHITECTURE.md, "Who may import whom"). What stands here
 * for the drivers is the seam alone: nobody but the files that open them names a concrete one.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  wire: ['kernel'],
  placement: ['kernel'],
  pricing: ['kernel'],
  store: ['kernel'],
  drivers: ['kernel'],
  workflow: ['kernel', 'store'],
  resources: ['kernel', 'placement', 'pricing', 'workflow', 'store', 'drivers'],
  catalogue: ['kernel', 'resources'],
  apis: ['kernel', 'wire', 'resources', 'catalogue'],
  server: [
    'kernel',
    'wire',
    'apis',
    'catalogue',
    'resources',
    'placement',
    'pricing',
    'workflow',
    'store',
    'drivers',
  ],
  cli: ['kernel', 'wire', 'server'],
};
/** What all vendors' actions are run by opens the transaction; an action itself never does. */
const RUNS_ACTIONS = /^src\/apis\/[^/]+\.ts$/;
/** The wiring: what is plugged into the seams is chosen here. */
const WIRING = /^src\/server\/(boot|machines|open-[a-z-]+|simulator-surface)\.ts$/;
/** A driver is a folder; what lies beside the folders is the seam and its cases. */
const CONCRETE = /^src\/(drivers\/[^/]+\/|store\/(sqlite|postgres|pglite)([./-]|$))/;

/** Each room knows only the rooms below it. */
export const rooms: Rule = {
  name: 'rooms',
  says: 'a room imports only the rooms that ARCHITECTURE.md lets it import',
  find: ({ sources }) =>
    sources
      .filter(({ isProduct }) => isProduct)
      .flatMap((source) =>
        source.imports.flatMap((entry): Problem[] => {
          const target = resolveImport(source.path, entry.specifier);
          const complaint = target === undefined ? undefined : roomComplaint(source, target);
          if (complaint === undefined) return [];
          return [problem(source, entry, complaint)];
        }),
      ),
};

function roomComplaint(source: Source, target: string): string | undefined {
  const from = source.room ?? '';
  const to = /^src\/([^/]+)\//.exec(target)?.[1];
  if (to === undefined) return `${target} is no part of the product: it may not be imported by it`;
  const may = MAY_IMPORT[from];
  if (may === undefined) return `src/${from} is no room: see ARCHITECTURE.md, and its list in tidy`;
  if (to === from) return undefined;
  if (may.includes(to)) return undefined;
  if (to === 'store' && RUNS_ACTIONS.test(source.path)) return undefined;
  return `${from} may import ${may.join(', ') || 'nothing of ours'}, not ${to}: turn it around`;
}

/** The three seams stay seams: one place knows what is plugged in. */
export const concrete: Rule = {
  name: 'concrete',
  says: 'a concrete driver or store is named in the wiring of src/server alone',
  find: ({ sources }) =>
    sources
      .filter((source) => source.isProduct && !WIRING.test(source.path))
      .flatMap((source) =>
        source.imports.flatMap((entry): Problem[] => {
          const target = resolveImport(source.path, entry.specifier);
          if (target === undefined || !CONCRETE.test(target)) return [];
          if (/^src\/(drivers|store)\//.test(source.path)) return siblings(source, entry, target);
          const what = `${target} is one of several: ask for the interface; src/server opens it`;
          return [problem(source, entry, what)];
        }),
      ),
};

/** The interface knows none of its implementations, and one driver does not know another. */
function siblings(source: Source, entry: Import, target: string): Problem[] {
  const driverOf = (path: string) => /^src\/drivers\/([^/]+)\//.exec(path)?.[1];
  const isInterface = /^src\/(drivers\/[^/]+|store\/store)\.ts$/.test(source.path);
  if (!isInterface && driverOf(source.path) === driverOf(target)) return [];
  return [problem(source, entry, `${target} is another one's own: share it through the interface`)];
}

/** A noun's SQL, workflows and reconciler are its own; others ask its verbs. */
export const nouns: Rule = {
  name: 'nouns',
  says: 'a noun is reached through its noun file or verbs, not its table, workflows or reconciler',
  find: ({ sources }) =>
    sources
      .filter(({ isProduct, path }) => isProduct && !WIRING.test(path))
      .flatMap((source) =>
        source.imports.flatMap((entry): Problem[] => {
          const target = resolveImport(source.path, entry.specifier);
          const [, noun, inside] = /^src\/resources\/([^/]+)\/(.+)$/.exec(target ?? '') ?? [];
          if (noun === undefined || inside === undefined) return [];
          if (source.path.startsWith(`src/resources/${noun}/`)) return [];
          const isOwn = /^(table|reconcile)(-[a-z-]+)?\.ts$|^(table|workflows)\//.test(inside);
          if (!isOwn || mayReach(source, entry, inside)) return [];
          return [problem(source, entry, `${inside} is ${noun}'s own: call a verb of it instead`)];
        }),
      ),
};

/**
 * Two ways in are open: another noun's query may take an `exists…` expression for a filter that
 * crosses nouns, and the lists of all workflows and reconcilers name them once for the server.
 */
function mayReach(source: Source, entry: Import, inside: string): boolean {
  if (inside.startsWith('table')) {
    const isNoun = /^src\/resources\/[^/]+\//.test(source.path);
    return isNoun && entry.names.every((name) => /^exists|Exists$/.test(name));
  }
  return /^src\/(resources\/[^/]+\.ts$|server\/)/.test(source.path);
}

function problem(source: Source, entry: Import, message: string): Problem {
  return { path: source.path, line: entry.line, subject: entry.specifier, message };
}
