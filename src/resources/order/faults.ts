import { defineFaults } from '#kernel/fault.ts';

export const orderFaults = defineFaults('order', {
  nothingPaid: 'Nothing is found that was paid for the time to come. Detail: instance, disk.',
  returnsExhausted: 'The account has returned as much as it may. Detail: limit.',
});
