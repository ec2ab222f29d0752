import { defineFaults } from '#kernel/fault.ts';

export const priceFaults = defineFaults('price', {
  tooLarge: 'The price is larger than any sum that can be paid.',
  notSoldHere: 'Nothing of that kind has a price here. Detail: message.',
  malformed: 'What is to be priced cannot be read. Detail: message.',
  kindUnknown: 'There are no prices of that kind.',
  unitUnknown: 'There are no prices by that unit of time.',
  amountOutOfRange: 'So many are not priced together.',
  bandwidthOutOfRange: 'So much bandwidth has no price.',
  ofNoType: 'The instance type is not named.',
  ofNoDisk: 'The disk is not named. Detail: message.',
  changeNotHere: 'A change of what is there has no price yet.',
});
