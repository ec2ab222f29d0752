import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';

/** Where a vendor's codes are data: the words of the nouns, and what is said in general. */
const TABLES = /(?:^|[/-])(?:faults|more-general|voice)\.ts$/;
/** The one place that makes a refusal in a vendor's words. */
const SAYER = 'src/apis/fault-words.ts';
/** The first words of families of codes, alone or with what stands behind a point. */
const FAMILY =
  'In[vV]alid|Missing|Unsupported|Incorrect|Forbidden|Unknown|LimitExceeded|Resource|Quota|' +
  'FailedOperation|Operation(?:Denied|Fail|Constraints)|Internal|Dependency|AuthFailure|Duplicate';
const CODE = new RegExp(
  `^(?:${FAMILY})(?:[A-Z][A-Za-z]+|[A-Za-z]*(?:\\.[A-Z][A-Za-z]+)+)(?: \\d{3})?$`,
);

/** Shapes and handlers name reasons; which code a page has for one is data. */
export const literalCodes: Rule = {
  name: 'literal-codes',
  says: "shapes and handlers name reasons: a vendor's codes stand in its tables (faults.ts) alone",
  find: ({ sources }) =>
    sources
      .filter(({ isProduct, isGenerated, room }) => isProduct && !isGenerated && room === 'apis')
      .filter(({ path }) => !TABLES.test(path) && path !== SAYER)
      .flatMap((source) => codesIn(source)),
};

function codesIn(source: Source): Problem[] {
  const found: Problem[] = [];
  const look = (text: string, start: number): void => {
    if (!CODE.test(text)) return;
    const message = `'${text}' is a code: name a reason, and put the code into the noun's words`;
    found.push({ path: source.path, line: source.lineAt(start), subject: text, message });
  };
  source.visit({
    Literal({ value, start }) {
      if (typeof value === 'string') look(value, start);
    },
    TemplateElement: ({ value, start }) => look(value.raw, start),
    NewExpression({ callee, start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'WireFault') return;
      const message = 'a refusal is a fault with a reason; its words are put together in one place';
      found.push({ path: source.path, line: source.lineAt(start), subject: 'WireFault', message });
    },
  });
  return found;
}
