import { existsSync, readFileSync } from 'node:fs';
import { resolveImport } from '../tidy/rules/resolve.ts';
import { Source } from '../tidy/source.ts';

/** A declaration at the top of a file: the names it uses, and the reasons it names. */
interface Declaration {
  readonly uses: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
}

interface File {
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** Local name: the file it is from, and its name there; '*' for all of the file. */
  readonly imports: ReadonlyMap<string, readonly [path: string, name: string]>;
}

const FAULTS = /^([a-z][A-Za-z]*)Faults$/;
const files = new Map<string, File | undefined>();

/**
 * The reasons (`disk.tooMany`) that a name of a file can lead to: those named where it is declared
 * and wherever that leads, by name. What is only reached under a condition counts as well.
 */
export function reasonsOf(path: string, names: Iterable<string>): ReadonlySet<string> {
  const reasons = new Set<string>();
  const seen = new Set<string>();
  const ahead = [...names].map((name) => [path, name] as const);
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    const [of, name] = at;
    if (seen.has(`${of} ${name}`)) continue;
    seen.add(`${of} ${name}`);
    const file = fileAt(of);
    const [list = '', member] = name.split('.');
    const imported = file?.imports.get(list);
    if (imported !== undefined && !isActionList(imported[0])) ahead.push(imported);
    else if (imported !== undefined && member !== undefined) ahead.push([imported[0], member]);
    const declared = file?.declarations.get(name);
    for (const reason of declared?.reasons ?? []) reasons.add(reason);
    for (const used of declared?.uses ?? []) ahead.push([of, used]);
  }
  return reasons;
}

/** The names in each item of a list that a file declares, such as `actions` of a service. */
export function namesInList(path: string, list: string): ReadonlyArray<ReadonlySet<string>> {
  const source = sourceAt(path);
  const found: Array<ReadonlySet<string>> = [];
  source?.visit({
    Property({ key, value }) {
      if (key.type !== 'Identifier' || key.name !== list) return;
      const items = value.type === 'ArrayExpression' ? value.elements : [value];
      for (const item of items) {
        if (item === null) continue;
        const { uses } = within(source, item);
        found.push(...(uses.has('Object.values') ? allOf(path, uses) : [uses]));
      }
    },
  });
  return found;
}

/** Whether it is a generated list of a service's actions, of which each is asked for by name. */
function isActionList(path: string): boolean {
  return path.endsWith('/actions.ts');
}

/** What `Object.values(actions)` is of such a list: each of them, by name. */
function allOf(path: string, uses: ReadonlySet<string>): Array<ReadonlySet<string>> {
  return [...uses].flatMap((list) => {
    const [target] = fileAt(path)?.imports.get(list) ?? [];
    if (target === undefined || !isActionList(target)) return [];
    const members = [...(fileAt(target)?.imports.keys() ?? [])].toSorted();
    return members.map((member) => new Set([`${list}.${member}`]));
  });
}

function sourceAt(path: string): Source | undefined {
  const file = new URL(`../../${path}`, import.meta.url);
  return existsSync(file) ? new Source(path, readFileSync(file, 'utf8')) : undefined;
}

function fileAt(path: string): File | undefined {
  if (files.has(path)) return files.get(path);
  const source = sourceAt(path);
  const read = source && { declarations: declarationsOf(source), imports: importsOf(source) };
  files.set(path, read);
  return read;
}

function importsOf(source: Source): File['imports'] {
  const found = new Map<string, readonly [string, string]>();
  source.visit({
    ImportDeclaration({ source: { value }, specifiers, importKind }) {
      const path = importKind === 'type' ? undefined : resolveImport(source.path, value);
      if (path === undefined) return;
      for (const specifier of specifiers) {
        const imported = specifier.type === 'ImportSpecifier' ? specifier.imported : undefined;
        const name = imported?.type === 'Identifier' ? imported.name : '*';
        found.set(specifier.local.name, [path, name]);
      }
    },
  });
  return found;
}

interface Node {
  readonly start: number;
  readonly end: number;
}

function declarationsOf(source: Source): File['declarations'] {
  const found = new Map<string, Declaration>();
  for (const statement of source.program.body) {
    const declared =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'FunctionDeclaration' || declared?.type === 'ClassDeclaration') {
      if (declared.id !== null) found.set(declared.id.name, within(source, declared));
    }
    if (declared?.type !== 'VariableDeclaration') continue;
    for (const one of declared.declarations) {
      const all = within(source, one);
      for (const name of namesOf(source, one.id)) found.set(name, all);
    }
  }
  return found;
}

/** A name in a file, or a reason, and where. */
interface Mark {
  readonly name: string;
  readonly start: number;
}

interface Marks {
  readonly identifiers: readonly Mark[];
  readonly reasons: readonly Mark[];
}

const marked = new WeakMap<Source, Marks>();

/** What stands between the ends of a node. */
function within(source: Source, { start, end }: Node): Declaration {
  const marks = marked.get(source) ?? marksOf(source);
  marked.set(source, marks);
  const inside = (all: readonly Mark[]) =>
    all.filter((mark) => mark.start >= start && mark.start < end).map(({ name }) => name);
  return { uses: new Set(inside(marks.identifiers)), reasons: new Set(inside(marks.reasons)) };
}

function marksOf(source: Source): Marks {
  const identifiers: Mark[] = [];
  const reasons: Mark[] = [];
  source.visit({
    Identifier: ({ name, start }) => void identifiers.push({ name, start }),
    MemberExpression({ object, property, start, computed }) {
      if (computed || object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const [, noun] = FAULTS.exec(object.name) ?? [];
      identifiers.push({ name: `${object.name}.${property.name}`, start });
      if (noun !== undefined) reasons.push({ name: `${kebab(noun)}.${property.name}`, start });
    },
  });
  return { identifiers, reasons };
}

function namesOf(source: Source, pattern: Node): ReadonlySet<string> {
  return within(source, pattern).uses;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
