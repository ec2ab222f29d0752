import { defineFaults } from '#kernel/fault.ts';

/** Why cards of an instance cannot be programmed (seed 004 L18752-18899). */
export const fpgaFaults = defineFaults('fpga', {
  noCards: 'The instance has no such cards. Detail: instance.',
  noSuchCard: 'The instance has no card at that address. Detail: card.',
  urlMalformed: 'That is no address of a file.',
  tooMany: 'More cards are named than an instance has.',
});
