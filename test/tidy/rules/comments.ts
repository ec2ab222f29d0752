import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';

/** Whoever calls a function reads what it takes, gives and throws without opening it. */
export const docComments: Rule = {
  name: 'doc-comments',
  says: 'an exported function of the product has a doc comment: shapes, units, errors and source',
  find: ({ sources }) =>
    sources
      .filter(({ isProduct, isGenerated }) => isProduct && !isGenerated)
      .flatMap((source) =>
        exportedFunctions(source).flatMap(({ name, start }): Problem[] => {
          const isSaid = source.comments.some(
            ({ type, value, end }) =>
              type === 'Block' &&
              value.startsWith('*') &&
              /^\s*$/.test(source.text.slice(end, start)),
          );
          if (isSaid) return [];
          const message = `${name} has no doc comment: say what it takes, gives and throws`;
          return [{ path: source.path, line: source.lineAt(start), subject: name, message }];
        }),
      ),
};

/** The exported functions by where their statement starts; overloads count once, at the first. */
function exportedFunctions(source: Source): Array<{ name: string; start: number }> {
  const found = new Map<string, number>();
  const add = (name: string, start: number) => {
    if (!found.has(name)) found.set(name, start);
  };
  for (const node of source.program.body) {
    if (node.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = node;
    if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'TSDeclareFunction') {
      add(declaration.id?.name ?? '', node.start);
    }
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      const isFunction =
        init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression';
      if (isFunction && id.type === 'Identifier') add(id.name, node.start);
    }
  }
  return [...found].map(([name, start]) => ({ name, start }));
}

/** Files that declare what a vendor's documents say, so that it can be looked up again. */
const DECLARED =
  /^src\/(resources\/[^/]+\/(states|quotas)|apis\/.+\/(faults|words|states)|catalogue\/.+)\.ts$/;
const SOURCE =
  /https:\/\/\S+|\bseeds? \d{3}\b|\b(facts|docs|models)\/[\w./-]+|\bD\d+\b|\b[\w-]+\.md\b/;

/** A rule taken from a document can be held against that document. */
export const sources: Rule = {
  name: 'sources',
  says: 'a table of states, faults, words or of the catalogue says in a comment where it is from',
  find: ({ sources: files }) =>
    files
      .filter(({ path, isForTests }) => DECLARED.test(path) && !isForTests)
      .filter(({ comments }) => !comments.some(({ value }) => SOURCE.test(value)))
      .map(({ path }) => ({
        path,
        line: 0,
        subject: 'source',
        message: "names no source: say which document, such as 'seed 004 L123' or a link",
      })),
};

/** Notes to oneself belong into the list of issues, where others see them. */
export const leftovers: Rule = {
  name: 'leftovers',
  says: 'no TODO, FIXME or XXX',
  find: ({ sources: files }) =>
    files.flatMap((source) =>
      source.comments.flatMap(({ value, start }): Problem[] => {
        const [word] = /\b(TODO|FIXME|XXX|HACK)\b/.exec(value) ?? [];
        if (word === undefined) return [];
        const message = `${word}: do it, or file it`;
        return [{ path: source.path, line: source.lineAt(start), subject: word, message }];
      }),
    ),
};
