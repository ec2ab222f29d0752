import { defineFaults } from '#kernel/fault.ts';

export const vpcFaults = defineFaults('vpc', {
  notFound: 'There is no such network here. Detail: vpc.',
});
