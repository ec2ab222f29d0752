import { defineFaults } from '#kernel/fault.ts';

/** Projects. */
export const projectFaults = defineFaults('project', {
  notFound: 'There is no such project.',
});
