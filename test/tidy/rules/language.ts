import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';

/** Where printing is what the file is for. */
const PRINTERS = /^(scripts|bench|bin)\//;

/** Parts of the language that the house does without, each with what to do in its place. */
export const language: Rule = {
  name: 'language',
  says: 'no any, enum, namespace, default export, empty catch or console.log',
  find: ({ sources }) => sources.flatMap((source) => unwanted(source)),
};

function unwanted(source: Source): Problem[] {
  const found: Problem[] = [];
  const add = (start: number, subject: string, advice: string) =>
    found.push({
      path: source.path,
      line: source.lineAt(start),
      subject,
      message: `${subject}: ${advice}`,
    });
  source.visit({
    TSAnyKeyword: ({ start }) => add(start, 'any', 'use unknown and narrow it'),
    TSEnumDeclaration: ({ start }) => add(start, 'enum', 'use a union of strings'),
    TSModuleDeclaration: ({ start, kind }) =>
      kind === 'namespace' && add(start, 'namespace', 'a module is one already'),
    ExportDefaultDeclaration: ({ start }) => add(start, 'default export', 'export it by its name'),
    CatchClause({ body, start }) {
      const says = source.comments.some((it) => it.start > body.start && it.end < body.end);
      if (body.body.length > 0 || says) return;
      add(start, 'empty catch', 'handle the error, or say in it why there is nothing to do');
    },
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || object.name !== 'console') return;
      if (property.type !== 'Identifier' || PRINTERS.test(source.path)) return;
      add(start, `console.${property.name}`, 'log with the logger that is given to you');
    },
  });
  return found;
}

/** A module that only passes on hides who needs what and pulls everything in. */
export const barrels: Rule = {
  name: 'barrels',
  says: 'no barrels: a file has something of its own, and is imported by its own name',
  find: ({ sources }) =>
    sources.flatMap((source): Problem[] => {
      const { path, program } = source;
      const at = { path, subject: 'barrel' };
      if (/(^|\/)index\.(ts|mjs)$/.test(path)) {
        return [{ ...at, line: 0, message: 'is named index: name it after what is in it' }];
      }
      const star = program.body.find(({ type }) => type === 'ExportAllDeclaration');
      if (star !== undefined) {
        const message = 'export * passes on names unseen: import them where they are needed';
        return [{ ...at, line: source.lineAt(star.start), message }];
      }
      const exported = program.body.filter(({ type }) => type !== 'ImportDeclaration');
      const passesOn = exported.every(
        (node) => node.type === 'ExportNamedDeclaration' && node.declaration === null,
      );
      if (exported.length === 0 || !passesOn) return [];
      const message = 'only passes on what others export: import it from them';
      return [{ ...at, line: 0, message }];
    }),
};

const STATEMENT =
  /^\s*(select\b[^]*\bfrom\b|insert\s+into\b|update\s+\S*\s*(set\b|$)|delete\s+from\b|create\s+(unique\s+)?(table|index|trigger|view)\b|drop\s+(table|index)\b|alter\s+table\b|with\s+\w+\s+as\s*\()/i;

/** Values reach the database bound, never as text. */
export const sqlText: Rule = {
  name: 'sql-text',
  says: 'no SQL built from strings',
  find: ({ sources }) =>
    sources
      .filter(({ path }) => path.startsWith('src/'))
      .flatMap((source) => builtStatements(source)),
};

function builtStatements(source: Source): Problem[] {
  const found: Problem[] = [];
  const tagged = new Set<unknown>();
  const add = (start: number) =>
    found.push({
      path: source.path,
      line: source.lineAt(start),
      subject: source.text.slice(start, start + 40).split('\n', 1)[0] ?? '',
      message: 'builds SQL from strings: use the query builder, or the sql tag, which binds values',
    });
  source.visit({
    TaggedTemplateExpression({ tag, quasi }) {
      if (/^sql\b/.test(source.text.slice(tag.start, tag.end))) tagged.add(quasi);
    },
    TemplateLiteral(node) {
      if (node.expressions.length === 0 || tagged.has(node)) return;
      const text = node.quasis.map(({ value }) => value.raw).join('?');
      if (STATEMENT.test(text)) add(node.start);
    },
    BinaryExpression({ operator, left, right, start }) {
      if (operator !== '+' || left.type !== 'Literal' || right.type === 'Literal') return;
      if (typeof left.value === 'string' && STATEMENT.test(`${left.value} from`)) add(start);
    },
    CallExpression({ callee, arguments: given, start }) {
      if (source.text.slice(callee.start, callee.end) !== 'sql.raw') return;
      if (given[0]?.type !== 'Literal') add(start);
    },
  });
  return found;
}

/** A test left alone or left out keeps the others from being run, and nobody sees it. */
export const lonelyTests: Rule = {
  name: 'lonely-tests',
  says: 'no test runs alone (only), and none is left out without saying why',
  find: ({ sources }) => sources.filter(({ isTest }) => isTest).flatMap((source) => lonely(source)),
};

function lonely(source: Source): Problem[] {
  const found: Problem[] = [];
  const add = (start: number, subject: string, advice: string) =>
    found.push({ path: source.path, line: source.lineAt(start), subject, message: advice });
  source.visit({
    CallExpression({ callee, start }) {
      const name = source.text.slice(callee.start, callee.end);
      if (/^(test|it|describe|suite)\.only$/.test(name)) {
        add(start, 'only', 'the others would not run: take the only away');
      }
      if (/^(test|it|describe|suite)\.(skip|todo)$/.test(name)) {
        add(start, 'skip', "say why: test(name, { skip: 'the reason' }, …)");
      }
    },
    Property({ key, value, start }) {
      if (key.type !== 'Identifier' || value.type !== 'Literal' || value.value !== true) return;
      if (key.name === 'only') add(start, 'only', 'the others would not run: take the only away');
      if (key.name === 'skip') add(start, 'skip', 'say why: the reason in place of true');
    },
  });
  return found;
}
