import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';

const ACTION_PATH = /^src\/apis\/[^/]+\/[^/]+\/[^/]+\/[^/]+\.ts$/;
const DOCUMENTATION = /https:\/\/[^\s/]*(tencent|aliyun|alibabacloud)[^\s/]*\/\S+/;

const MAKERS = new Set(['read', 'write', 'batch']);

/** True for the file of an action of a vendor: where `action.read` or one like it is called. */
export function isAction(source: Source): boolean {
  if (!ACTION_PATH.test(source.path) || source.isForTests) return false;
  let found = false;
  source.visit({
    CallExpression({ callee }) {
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return;
      if (callee.property.type !== 'Identifier' || callee.object.name !== 'action') return;
      found ||= MAKERS.has(callee.property.name);
    },
  });
  return found;
}

/** Whoever reads an action must be able to open the page it was written from. */
export const actionDocumentation: Rule = {
  name: 'action-documentation',
  says: "an action file starts with a comment that has the link to the vendor's page of it",
  find: ({ sources }) =>
    sources.filter(isAction).flatMap((source): Problem[] => {
      const [first] = source.comments;
      const start = source.text.search(/\S/);
      if (first !== undefined && first.start === start && hasLink(source)) return [];
      const message = 'starts without a comment with the link to the page it follows: add it';
      return [{ path: source.path, line: 1, subject: 'documentation', message }];
    }),
};

/** The comments before the first statement, which may be several lines of `//`. */
function hasLink({ comments, program, text }: Source): boolean {
  const start = program.body[0]?.start ?? text.length;
  return comments.some((comment) => comment.end <= start && DOCUMENTATION.test(comment.value));
}
