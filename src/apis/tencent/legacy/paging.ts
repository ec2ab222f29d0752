import { integer } from '#wire/builders.ts';

const LIMIT_MAX = 100;

/** Rows to a page (seed 004 L50639, L52266). */
export const limit = integer({ default: 20, min: 1, max: LIMIT_MAX });
/** Rows before the page. */
export const offset = integer({ default: 0, min: 0 });
