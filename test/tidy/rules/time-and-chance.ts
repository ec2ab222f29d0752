import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';

/** Where the clock, the dice and the timers are; everybody else is given them. */
const HOME = /^src\/(kernel|drivers)\//;
const TIMERS = new Set(['setTimeout', 'setInterval']);
const GLOBALS = new Set(['globalThis', 'global', 'timers', 'timersPromises']);

const ADVICE = {
  clock: 'take a clock as a parameter (src/kernel)',
  chance: 'take randomness as a parameter (src/kernel), so that a seed repeats it',
  timer: 'wait on a clock given as a parameter (src/kernel), so that time can be simulated',
};

/** All of the product can run in simulated time from a seed: nobody reaches past what is given. */
export const injected: Rule = {
  name: 'injected',
  says: 'the time, randomness and timers come as parameters, outside kernel/ and drivers/',
  find: ({ sources }) =>
    sources
      .filter(({ path }) => path.startsWith('src/') && !HOME.test(path))
      .flatMap((source) => reaches(source)),
};

/** Tests outside src/ talk to real servers and may wait, but what they draw must be repeatable. */
export const repeatable: Rule = {
  name: 'repeatable',
  says: 'what a test draws at random comes from a seed',
  find: ({ sources }) =>
    sources
      .filter(({ path }) => /^(test|conformance|bench)\//.test(path))
      .flatMap((source) => reaches(source))
      .filter(({ subject }) => subject === 'Math.random' || subject === 'randomUUID'),
};

function reaches(source: Source): Problem[] {
  const found = new Map<string, Problem>();
  const notVariables = new Set<unknown>();
  const add = (start: number, subject: string, advice: string) => {
    const line = source.lineAt(start);
    const message = `${subject} is out of reach here: ${advice}`;
    found.set(`${line} ${subject}`, { path: source.path, line, subject, message });
  };
  source.visit({
    MemberExpression({ object, property, computed, start }) {
      if (computed) return;
      notVariables.add(property);
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const name = `${object.name}.${property.name}`;
      if (name === 'Date.now') add(start, name, ADVICE.clock);
      if (name === 'Math.random') add(start, name, ADVICE.chance);
      if (property.name === 'randomUUID') add(start, 'randomUUID', ADVICE.chance);
      if (TIMERS.has(property.name) && GLOBALS.has(object.name)) {
        add(start, property.name, ADVICE.timer);
      }
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'Date' || given.length > 0) return;
      add(start, 'new Date()', ADVICE.clock);
    },
    CallExpression({ callee, start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'Date') return;
      add(start, 'Date()', ADVICE.clock);
    },
    Property({ key, shorthand }) {
      if (!shorthand) notVariables.add(key);
    },
    MethodDefinition: ({ key }) => notVariables.add(key),
    PropertyDefinition: ({ key }) => notVariables.add(key),
    TSPropertySignature: ({ key }) => notVariables.add(key),
    TSMethodSignature: ({ key }) => notVariables.add(key),
    Identifier(node) {
      if (notVariables.has(node)) return;
      if (node.name === 'randomUUID') add(node.start, node.name, ADVICE.chance);
      if (TIMERS.has(node.name)) add(node.start, node.name, ADVICE.timer);
    },
  });
  return [...found.values()];
}
