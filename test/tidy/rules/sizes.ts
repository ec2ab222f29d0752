import type { Function as FunctionNode, ArrowFunctionExpression } from 'oxc-parser';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';
import { isAction } from './actions.ts';

const SOURCE_LINES_MAX = 400;
const TEST_LINES_MAX = 800;
const ACTION_LINES_MAX = 150;
const MEDIAN_LINES_MAX = 90;
const FUNCTION_LINES_MAX = 70;
const PARAMETERS_MAX = 3;
const COLUMNS_MAX = 100;
/** A word so long (an address, a signature) cannot be broken, and so neither can its line. */
const UNBREAKABLE_COLUMNS = 60;

/** How long a file may be. */
export const fileLines: Rule = {
  name: 'file-lines',
  says:
    `a source file has at most ${SOURCE_LINES_MAX} lines, ` +
    `an action ${ACTION_LINES_MAX}, a test ${TEST_LINES_MAX}`,
  find: ({ sources }) =>
    sources
      .filter((source) => !source.isGenerated && source.lines.length > linesMax(source))
      .map(({ path, lines }) => ({
        path,
        line: 0,
        subject: 'lines',
        value: lines.length,
        message: `has ${lines.length} lines: split it by what its parts are about`,
      })),
};

function linesMax(source: Source): number {
  if (source.isForTests) return TEST_LINES_MAX;
  return isAction(source) ? ACTION_LINES_MAX : SOURCE_LINES_MAX;
}

/** How long files are as a whole. */
export const medianLines: Rule = {
  name: 'median-lines',
  says: `the median length of the product's files is at most ${MEDIAN_LINES_MAX} lines`,
  find({ sources }) {
    const lengths = sources
      .filter((source) => source.isProduct && !source.isGenerated)
      .map(({ lines }) => lines.length)
      .toSorted((left, right) => left - right);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    if (median <= MEDIAN_LINES_MAX) return [];
    const message = `has a median of ${median} lines a file: divide the long ones`;
    return [{ path: 'src', line: 0, subject: 'median', value: median, message }];
  },
};

interface NamedFunction {
  readonly node: FunctionNode | ArrowFunctionExpression;
  readonly name: string;
}

/** How long a function may be, from its first line to its last, the functions in it included. */
export const functionLines: Rule = {
  name: 'function-lines',
  says: `a function has at most ${FUNCTION_LINES_MAX} lines`,
  find: ({ sources }) =>
    sources.flatMap((source) =>
      functionsOf(source).flatMap(({ node, name }): Problem[] => {
        const line = source.lineAt(node.start);
        const value = source.lineAt(node.end) - line + 1;
        if (value <= FUNCTION_LINES_MAX || isSuite(name)) return [];
        const message = `${name} has ${value} lines: take a step of it out and name it`;
        return [{ path: source.path, line, subject: name, value, message }];
      }),
    ),
};

/** How many parameters a function may have. */
export const functionParameters: Rule = {
  name: 'function-parameters',
  says: `a function has at most ${PARAMETERS_MAX} parameters`,
  find: ({ sources }) =>
    sources.flatMap((source) =>
      functionsOf(source).flatMap(({ node, name }): Problem[] => {
        const value = node.params.filter(
          (parameter) => !(parameter.type === 'Identifier' && parameter.name === 'this'),
        ).length;
        if (value <= PARAMETERS_MAX || isProperty(name)) return [];
        const message = `${name} takes ${value} parameters: give it an object with names`;
        const line = source.lineAt(node.start);
        return [{ path: source.path, line, subject: name, value, message }];
      }),
    ),
};

/** How wide a line may be. */
export const columns: Rule = {
  name: 'columns',
  says: `a line has at most ${COLUMNS_MAX} columns, unless a single word fills it`,
  find: ({ sources }) =>
    sources
      .filter((source) => !source.isGenerated)
      .flatMap(({ path, lines }) =>
        lines.flatMap((text, index): Problem[] => {
          const width = Array.from(text).length;
          if (width <= COLUMNS_MAX || hasUnbreakableWord(text)) return [];
          if (ONE_NAME_IMPORT.test(text)) return [];
          const subject = text.trim().slice(0, 40);
          const message = `is ${width} columns wide: break the string or comment`;
          return [{ path, line: index + 1, subject, value: width, message }];
        }),
      ),
};

/** The formatter keeps it on one line, and names and paths come from the vendor's action. */
const ONE_NAME_IMPORT = /^import \{ \w+ \} from '[^']+';$/;

function hasUnbreakableWord(text: string): boolean {
  return text.split(/\s+/).some((word) => word.length >= UNBREAKABLE_COLUMNS);
}

/** The callbacks of `describe` and `suite` hold tests, which are functions of their own. */
function isSuite(name: string): boolean {
  return /^(describe|suite)\(/.test(name);
}

/** The callback of a property takes what its generators make, one parameter each. */
function isProperty(name: string): boolean {
  return /^fc\.(async)?[pP]roperty\(/.test(name);
}

/** Every function with a body, named by what it is given to or called with. */
function functionsOf(source: Source): NamedFunction[] {
  const names = new Map<unknown, string>();
  const found: NamedFunction[] = [];
  const textOf = ({ start, end }: { start: number; end: number }) =>
    source.text.slice(start, end).split('\n', 1)[0]?.slice(0, 60) ?? '';
  const take = (node: FunctionNode | ArrowFunctionExpression, own?: string) => {
    if (node.body === null) return;
    found.push({ node, name: own ?? names.get(node) ?? '(a function without a name)' });
  };
  source.visit({
    VariableDeclarator: ({ id, init }) => names.set(init, textOf(id)),
    AssignmentExpression: ({ left, right }) => names.set(right, textOf(left)),
    Property: ({ key, value }) => names.set(value, textOf(key)),
    PropertyDefinition: ({ key, value }) => names.set(value, textOf(key)),
    MethodDefinition: ({ key, value }) => names.set(value, textOf(key)),
    CallExpression: ({ callee, arguments: given }) => {
      const [first] = given;
      const about = first?.type === 'Literal' ? textOf(first) : '';
      for (const argument of given) names.set(argument, `${textOf(callee)}(${about})`);
    },
    FunctionDeclaration: (node) => take(node, node.id?.name),
    FunctionExpression: (node) => take(node),
    ArrowFunctionExpression: (node) => take(node),
  });
  return found;
}
