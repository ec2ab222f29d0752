import { string, structure } from '#wire/builders.ts';

/** A tag of an answer (struct text of seed 004, L39235-39258). */
export const tagShape = structure({ Key: string(), Value: string() });
