import { defineFaults } from '#kernel/fault.ts';

/** Roles that instances take. */
export const roleFaults = defineFaults('role', {
  malformed: 'That is no name of a role.',
  notFound: 'There is no such role.',
});
