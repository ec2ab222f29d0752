import { defineFaults } from '#kernel/fault.ts';

export const priceFaults = defineFaults('price', {
  tooLarge: 'The price is larger than any sum that can be paid.',
});
