/** One place in the repository that breaks a rule, told so that its reader knows what to do. */
export interface Problem {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  /** Counted from 1; 0 where the whole file or tree is meant. */
  readonly line: number;
  /** What it is about (a function, a word): tells several problems of one file apart. */
  readonly subject: string;
  /** For what is measured: how much it is. */
  readonly value?: number;
  readonly message: string;
}

/**
 * A problem that is let be for now. The list may only shrink: an exception that nothing needs any
 * more fails the test, and so does one whose measured value has changed in either direction.
 */
export interface Exception {
  readonly rule: string;
  readonly path: string;
  readonly subject: string;
  readonly value?: number;
  /** Why it is let be, in a sentence. */
  readonly reason: string;
}

/**
 * What remains to be said about a rule: its problems that no exception covers, and its exceptions
 * that cover none. One line each, empty when the rule holds.
 */
export function complaints(
  rule: string,
  problems: readonly Problem[],
  exceptions: readonly Exception[],
): string[] {
  const own = exceptions.filter((exception) => exception.rule === rule);
  const needed = new Set<Exception>();
  const lines: string[] = [];
  for (const problem of problems) {
    const exception = own.find(
      ({ path, subject }) => path === problem.path && subject === problem.subject,
    );
    if (exception !== undefined) needed.add(exception);
    const where = `${problem.path}${problem.line > 0 ? `:${problem.line}` : ''}`;
    if (exception === undefined) {
      lines.push(`${where}  ${problem.message}`);
    } else if (exception.value !== problem.value) {
      lines.push(changed(where, exception, problem));
    }
  }
  for (const exception of own) {
    if (needed.has(exception)) continue;
    lines.push(
      `${exception.path}  needs its exception from '${rule}' for '${exception.subject}' no more: ` +
        `take it out of test/tidy/exceptions.json`,
    );
  }
  return lines;
}

function changed(where: string, exception: Exception, problem: Problem): string {
  const { value = 0 } = problem;
  const { value: allowed = 0 } = exception;
  if (value > allowed) return `${where}  has grown from ${allowed} to ${value}: ${problem.message}`;
  return `${where}  has shrunk from ${allowed} to ${value}: say so in test/tidy/exceptions.json`;
}
