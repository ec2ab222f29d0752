import { defineFaults } from '#kernel/fault.ts';

export const priceFaults = defineFaults('price', {
  tooLarge: 'The price is larger than any sum that can be paid.',
  notSoldHere: 'Nothing of that kind has a price here. Detail: message.',
  malformed: 'What is to be priced cannot be read. Detail: message.',
  changeNotHere: 'A change of what is there has no price yet.',
});
