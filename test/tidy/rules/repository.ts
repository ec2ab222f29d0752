import { posix } from 'node:path';
import { missingEntries } from '../../../scripts/complete-lock.mjs';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';

/** Documents' examples are data and stay as they are. */
const DATA = /\.(json|jsonl)$/;
// Built from parts, so that this file does not hold what it looks for.
const MACHINE_PATH = new RegExp(`(^|[\\s'"\`(=:])/(${['work', 'root'].join('|')})/`);
const HOSTS = ['registry npmjs org', 'npmmirror com', 'pypi org', 'crates io'].map((words) =>
  words.replaceAll(' ', '.'),
);

/** What is written here is true on every machine. */
export const machinePaths: Rule = {
  name: 'machine-paths',
  says: 'no path of one machine',
  find: (tree) =>
    linesWhere(tree, (path, text) => {
      if (DATA.test(path)) return undefined;
      const [match] = MACHINE_PATH.exec(text) ?? [];
      if (match === undefined) return undefined;
      return [match.trim(), 'is a path of one machine: make it relative to the file or the root'];
    }),
};

/** Where packages come from is told by whoever installs them. */
export const registryHosts: Rule = {
  name: 'registry-hosts',
  says: 'no package registry is named',
  find: (tree) =>
    linesWhere(tree, (_path, text) => {
      const host = HOSTS.find((name) => text.includes(name));
      if (host === undefined) return undefined;
      return [host, 'names a package registry: the one configured where it is installed is used'];
    }),
};

function linesWhere(
  { texts }: Tree,
  find: (path: string, text: string) => readonly [string, string] | undefined,
): Problem[] {
  return [...texts].flatMap(([path, whole]) =>
    whole.split('\n').flatMap((text, index): Problem[] => {
      const [subject, message] = find(path, text) ?? [];
      if (subject === undefined || message === undefined) return [];
      return [{ path, line: index + 1, subject, message: `'${subject}' ${message}` }];
    }),
  );
}

interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

interface LockEntry {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly os?: readonly string[];
}

const LOCK = 'package-lock.json';

/** A lock file that installs the same everywhere: from any registry, on any platform. */
export const lockFile: Rule = {
  name: 'lock-file',
  says: 'the lock file has no download addresses, and every platform of every tool',
  find({ texts }) {
    const text = texts.get(LOCK);
    if (text === undefined) return [];
    const lock = JSON.parse(text) as Lock;
    const at = { path: LOCK, line: 0 };
    const found: Problem[] = Object.keys(missingEntries(lock)).map((subject) => {
      return { ...at, subject, message: `lacks ${subject}: run node scripts/complete-lock.mjs` };
    });
    for (const [subject, entry] of Object.entries(lock.packages)) {
      if (/^\w+:/.test(entry.resolved ?? '')) {
        found.push({ ...at, subject, message: `says where ${subject} is fetched: see .npmrc` });
      }
      const isFetched = subject.includes('node_modules/') && entry.link !== true;
      if (isFetched && entry.integrity === undefined && entry.os === undefined) {
        found.push({ ...at, subject, message: `has no checksum for ${subject}: install it anew` });
      }
    }
    return found;
  },
};

const LINK = /\]\(([^)\s#]+)(#[^)\s]*)?\)/g;

/** A page that leads nowhere was right once. */
export const pageLinks: Rule = {
  name: 'page-links',
  says: 'the links between our own pages lead somewhere',
  find: ({ texts }) => {
    const folders = new Set([...texts.keys()].flatMap((path) => foldersOf(path)));
    return [...texts]
      .filter(([path]) => path.endsWith('.md'))
      .flatMap(([path, whole]) =>
        whole.split('\n').flatMap((text, index) =>
          [...text.matchAll(LINK)].flatMap(([, target = '']): Problem[] => {
            if (/^\w+:/.test(target)) return [];
            const aim = posix.join(posix.dirname(path), target).replace(/\/$/, '');
            if (texts.has(aim) || folders.has(aim)) return [];
            const message = `links to ${target}, which is not there: correct the link`;
            return [{ path, line: index + 1, subject: target, message }];
          }),
        ),
      );
  },
};

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}
