import { defineFaults } from '#kernel/fault.ts';

export const subnetFaults = defineFaults('subnet', {
  notFound: 'There is no such subnet here. Detail: subnet.',
});
