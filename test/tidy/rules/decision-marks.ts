import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

const PAGE = 'docs/decisions.md';
const DECISION = /^\*\*(D\d+)\./gm;
const MARK = /\((D\d{1,2})(?:[:)]|, )|, (D\d{1,2})\)/g;

/** A reader of a comment can look up the decision that it cites. */
export const decisionMarks: Rule = {
  name: 'decision-marks',
  says: `a mark such as (D3) names a decision that stands in ${PAGE}`,
  find: ({ sources, texts }) => {
    const page = texts.get(PAGE) ?? '';
    const decided = new Set([...page.matchAll(DECISION)].map(([, number]) => number));
    return sources.flatMap((source) =>
      source.comments.flatMap(({ value, start }) =>
        [...value.matchAll(MARK)].flatMap(([, first, second]): Problem[] => {
          const mark = first ?? second ?? '';
          if (decided.has(mark)) return [];
          const message = `cites ${mark}, which ${PAGE} does not have: write it there`;
          return [{ path: source.path, line: source.lineAt(start), subject: mark, message }];
        }),
      ),
    );
  },
};
