import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

/** Columns that hold JSON. */
const DOCUMENTS = /^(?:\w+\.)?(?:doc|own|input|results)$/;
/** What looks for a text in a column, whichever room it stands in. */
const SEARCHES = new Set(['likeText', 'like', 'contains', 'containsOne', 'isLikeOneOf', 'ilike']);

/** What is looked for has a column: JSON is neither searched nor narrowed by. */
export const documents: Rule = {
  name: 'documents',
  says: 'no text is looked for in a JSON column: what a list is narrowed by is a column',
  find: ({ sources }) =>
    sources
      .filter(({ path }) => path.startsWith('src/'))
      .flatMap((source) => {
        const found: Problem[] = [];
        source.visit({
          CallExpression({ callee, start, end }) {
            if (callee.type !== 'Identifier' || !SEARCHES.has(callee.name)) return;
            const texts = source.text.slice(start, end).matchAll(/'([^']*)'/g);
            if (![...texts].some(([, text = '']) => DOCUMENTS.test(text))) return;
            const message = `${callee.name} looks into JSON: make it a column`;
            const line = source.lineAt(start);
            found.push({ path: source.path, line, subject: callee.name, message });
          },
        });
        return found;
      }),
};
