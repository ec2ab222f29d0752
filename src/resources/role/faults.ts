import { defineFaults } from '#kernel/fault.ts';

/** Roles that instances take. */
export const roleFaults = defineFaults('role', {
  malformed: 'That is no name of a role.',
  notFound: 'There is no such role.',
  attachedAlready: 'The instance has a role already. Detail: instance.',
  notAttached: 'The instance does not have that role. Detail: instance.',
});
