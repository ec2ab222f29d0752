import { posix } from 'node:path';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';
import type { Tree } from '../tree.ts';
import { resolveImport } from './resolve.ts';

/** One way to write each import, so that a search for `#room/file.ts` finds all who cross. */
export const importPaths: Rule = {
  name: 'import-paths',
  says: 'inside a room an import is relative, from elsewhere it is #room/file.ts, with its ending',
  find: ({ sources }) =>
    sources.flatMap((source) =>
      source.imports.flatMap(({ specifier, line }): Problem[] => {
        const message = pathComplaint(source, specifier);
        if (message === undefined) return [];
        return [{ path: source.path, line, subject: specifier, message }];
      }),
    ),
};

function pathComplaint(source: Source, specifier: string): string | undefined {
  const target = resolveImport(source.path, specifier);
  if (target === undefined) return undefined;
  if (posix.extname(target) === '') return 'has no ending: write the file name in full';
  // A workspace is a package of its own, to which the root's #names mean nothing.
  if (/^(conformance|console)\//.test(source.path)) return undefined;
  const to = /^src\/([^/]+)\//.exec(target)?.[1];
  if (specifier.startsWith('.') && to !== undefined && to !== source.room) {
    return `leaves its room by a relative path: write #${target.slice('src/'.length)}`;
  }
  return undefined;
}

/** Cycles make the order of loading matter and no part understandable alone. */
export const cycles: Rule = {
  name: 'cycles',
  says: 'no file imports itself by way of others, types included',
  find(tree) {
    const graph = graphOf(tree);
    return componentsOf(graph)
      .filter((files) => files.length > 1 || graph.get(files[0] ?? '')?.includes(files[0] ?? ''))
      .map((files) => {
        const [path = ''] = files.toSorted();
        const message = `imports itself by way of ${files.toSorted().slice(1).join(', ')}`;
        return { path, line: 0, subject: 'cycle', message: `${message}: move what both need` };
      });
  },
};

function graphOf({ sources }: Tree): Map<string, string[]> {
  const known = new Set(sources.map(({ path }) => path));
  return new Map(
    sources.map(({ path, imports }) => {
      const targets = imports.map(({ specifier }) => resolveImport(path, specifier));
      return [path, targets.filter((target) => target !== undefined && known.has(target))];
    }) as Array<[string, string[]]>,
  );
}

interface Visit {
  readonly order: number;
  low: number;
  isOpen: boolean;
}

/** The strongly connected components, by Tarjan's algorithm; no path is deeper than the tree. */
function componentsOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const visits = new Map<string, Visit>();
  const open: string[] = [];
  const components: string[][] = [];
  const enter = (node: string): Visit => {
    const visit: Visit = { order: visits.size, low: visits.size, isOpen: true };
    visits.set(node, visit);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      const seen = visits.get(next);
      if (seen === undefined) visit.low = Math.min(visit.low, enter(next).low);
      else if (seen.isOpen) visit.low = Math.min(visit.low, seen.order);
    }
    if (visit.low === visit.order) {
      const component = open.splice(open.indexOf(node));
      for (const member of component) {
        const closed = visits.get(member);
        if (closed !== undefined) closed.isOpen = false;
      }
      components.push(component);
    }
    return visit;
  };
  for (const node of graph.keys()) if (!visits.has(node)) enter(node);
  return components;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** What runs in production is installed in production. */
export const dependencies: Rule = {
  name: 'dependencies',
  says: "the product imports Node's modules and its package.json's dependencies, nothing else",
  find({ sources, texts }) {
    const manifest = JSON.parse(texts.get('package.json') ?? '{}') as Manifest;
    const allowed = new Set(Object.keys(manifest.dependencies ?? {}));
    return sources
      .filter(({ isProduct }) => isProduct)
      .flatMap((source) =>
        source.imports.flatMap(({ specifier, line }): Problem[] => {
          if (/^(node:|#|\.)/.test(specifier)) return [];
          const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
          if (allowed.has(name)) return [];
          const message = `${name} is no dependency in package.json: add it, or do without`;
          return [{ path: source.path, line, subject: name, message }];
        }),
      );
  },
};

/** Shared cases and fixtures stay out of what runs in production. */
export const testParts: Rule = {
  name: 'test-parts',
  says: 'the product imports no tests, cases or fixtures',
  find({ sources }) {
    const parts = new Set(sources.filter((it) => it.isForTests).map(({ path }) => path));
    return sources
      .filter(({ isProduct }) => isProduct)
      .flatMap((source) =>
        source.imports.flatMap(({ specifier, line }): Problem[] => {
          const target = resolveImport(source.path, specifier);
          if (target === undefined || !parts.has(target)) return [];
          const message = `${target} is for tests: what both need goes into a file of its own`;
          return [{ path: source.path, line, subject: specifier, message }];
        }),
      );
  },
};
