import { defineFaults } from '#kernel/fault.ts';

/** Zones. */
export const zoneFaults = defineFaults('zone', {
  notFound: 'There is no such zone.',
  notInRegion: 'The zone is not one of the region. Detail: text, region.',
});
