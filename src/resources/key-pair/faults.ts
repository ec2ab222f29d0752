import { defineFaults } from '#kernel/fault.ts';

/** Key pairs. */
export const keyPairFaults = defineFaults('key-pair', {
  malformed: 'That is no id of a key pair.',
  notFound: 'There is no such key pair.',
  notForWindows: 'Windows takes no key pairs.',
});
