import type { NamePart, NamePattern } from '#resources/instance/launch-names.ts';

/** `prefix[begin,bits]suffix`: a name that counts through the instances of one launch. */
export interface NameSequence {
  readonly prefix: string;
  readonly begin: number;
  /** Digits that the number is filled up to with zeros. */
  readonly bits: number;
  readonly suffix: string;
}

const bitsDefault = 6;
const bitsMax = 6;
const beginDigitsMax = 6;

const FORM = /^([^[\]]*)\[(?:([0-9]*),([0-9]*))?\]([^[\]]*)$/;

/**
 * Reads a sequence (facts of RunInstances today, "Batch set sequential names": `[]`, `[,]`, `[m,]`,
 * `[,n]`, `[m,n]`; begin 0 to 999999, default 0; bits 1 to 6, default 6, and 6 too where begin has
 * more digits than bits). `none`: a plain name, also where there is no prefix, since without one
 * the brackets are ordinary characters. `malformed`: InvalidInstanceName.CustomMalformed.
 */
export function parseSequence(name: string): NameSequence | 'none' | 'malformed' {
  if (!name.includes('[') && !name.includes(']')) return 'none';
  const found = FORM.exec(name);
  if (found === null) return name.startsWith('[') ? 'none' : 'malformed';
  const [, prefix = '', beginText = '', bitsText = '', suffix = ''] = found;
  if (prefix === '') return 'none';
  if (beginText.length > beginDigitsMax || bitsText.length > 1) return 'malformed';
  const begin = Number(beginText);
  const asked = bitsText === '' ? bitsDefault : Number(bitsText);
  if (asked < 1 || asked > bitsMax) return 'malformed';
  return { prefix, begin, bits: String(begin).length > asked ? bitsMax : asked, suffix };
}

/** How the names of a launch are made. */
export interface NamingOptions {
  /** UniqueSuffix: 001, 002 … after each name (today's SDK, RunInstances). */
  readonly uniqueSuffix: boolean;
}

/** Digits that UniqueSuffix takes; Amount is at most 100, so three are enough. */
export const uniqueSuffixCharacters = 3;

/**
 * The names of the instances of a launch. Without sequence and suffix all have the same one. A
 * sequence that ends in its bracket ignores UniqueSuffix (today's SDK).
 */
export function namePattern(name: string, options: NamingOptions): NamePattern {
  const sequence = parseSequence(name);
  const parts: NamePart[] = [name];
  if (typeof sequence !== 'string') {
    const { prefix, begin: from, bits: digitsMin, suffix } = sequence;
    parts.splice(0, 1, prefix, { from, digitsMin }, suffix);
  }
  if (!takesUniqueSuffix(sequence, options)) return { pattern: parts };
  return { pattern: [...parts, { from: 1, digitsMin: uniqueSuffixCharacters }] };
}

/** Whether UniqueSuffix has an effect on a name. */
export function takesUniqueSuffix(
  sequence: ReturnType<typeof parseSequence>,
  options: NamingOptions,
): boolean {
  const bare = typeof sequence !== 'string' && sequence.suffix === '';
  return options.uniqueSuffix && !bare;
}
