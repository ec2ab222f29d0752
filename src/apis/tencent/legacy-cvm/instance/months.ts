import { integer } from '#wire/builders.ts';

/** `period` (seed 004 L52685, L54327): any number of months up to three years. */
export const monthsAsked = integer({ required: true, min: 1, max: 36 });
