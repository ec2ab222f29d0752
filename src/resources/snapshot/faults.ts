import { defineFaults } from '#kernel/fault.ts';

/** Snapshots. */
export const snapshotFaults = defineFaults('snapshot', {
  malformed: 'That is no id of a snapshot.',
  notFound: 'There is no such snapshot.',
});
