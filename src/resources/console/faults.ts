import { defineFaults } from '#kernel/fault.ts';

/** What is refused of the consoles of instances. */
export const consoleFaults = defineFaults('console', {
  elsewhere: 'The instance is in another region. Detail: instance.',
  notReady: 'The machine of the instance does not answer. Detail: instance.',
  passwordMalformed: 'That is no password of a console: six letters or digits.',
  noOutput: 'A system of that kind writes nothing on its console. Detail: instance.',
});
