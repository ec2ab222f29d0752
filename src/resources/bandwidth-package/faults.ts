import { defineFaults } from '#kernel/fault.ts';

/** Packages of bandwidth. */
export const bandwidthPackageFaults = defineFaults('bandwidth-package', {
  malformed: 'That is no id of a package.',
  notFound: 'There is no such package.',
  notForCharge: 'What is paid in that way takes no package.',
});
