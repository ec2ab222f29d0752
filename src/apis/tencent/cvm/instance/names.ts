import { characterCount, isStorableText } from '#kernel/text.ts';
import { hostNameIssue as guestHostNameIssue } from '#resources/instance/host-name.ts';
import type { HostNameIssue } from '#resources/instance/host-name.ts';

/** InstanceName at launch, the pattern counted as it is written (seed 004 L8748). */
export const instanceNameCharactersMax = 128;
/** InstanceName when it is changed later (seed 004 L15680). */
export const instanceNameModifiedCharactersMax = 60;
/** HostName of other than Windows guests (seed 004 L8810). */
export const hostNameCharactersMax = 60;

/** Why an instance name is refused. */
export type NameIssue = 'tooLong' | 'charactersNotAllowed';

/**
 * `{R:x}` counts up from x (seed 004 L8734), `{R:x,F:y}` is the same with zeros in front up to y
 * digits, 0 to 8 (today's SDK, RunInstances). What is written otherwise is plain text, numbers of
 * more digits than a safe integer has included.
 */
const COUNTER = /\{R:([0-9]{1,15})(?:,F:([0-8]))?\}/g;
/** `{IP}` in a host name stands for the private address (today's SDK, RunInstances). */
const ADDRESS = '{IP}';
/** The longest address there is, to see whether a pattern fits before addresses are chosen. */
const ADDRESS_LONGEST = '255.255.255.255';

interface Counter {
  readonly from: number;
  readonly digitsMin: number;
}

type Part = string | Counter;

function partsOf(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of pattern.matchAll(COUNTER)) {
    parts.push(pattern.slice(end, found.index));
    parts.push({ from: Number(found[1]), digitsMin: Number(found[2] ?? 0) });
    end = found.index + found[0].length;
  }
  parts.push(pattern.slice(end));
  return parts;
}

function nameAt(parts: readonly Part[], index: number): string {
  const texts = parts.map((part) =>
    typeof part === 'string' ? part : String(part.from + index).padStart(part.digitsMin, '0'),
  );
  return texts.join('');
}

/**
 * The rule from which the names of a launch come. Without any pattern, and for more than one
 * instance, 1, 2 … are appended (seed 004 L8742); with one, it counts for a single instance too.
 */
function namer(pattern: string, count: number, isHostName: boolean): (index: number) => string {
  const parts = partsOf(pattern);
  if (parts.length > 1) return (index) => nameAt(parts, index);
  if (count === 1 || (isHostName && pattern.includes(ADDRESS))) return () => pattern;
  return (index) => `${pattern}${index + 1}`;
}

/** The names of the `count` instances of one launch, in their order. */
export function expandName(pattern: string, count: number): string[] {
  const nameOf = namer(pattern, count, false);
  return Array.from({ length: count }, (_, index) => nameOf(index));
}

/** The host names of one launch: as many as it has instances, given by their private addresses. */
export function expandHostName(pattern: string, addresses: readonly string[]): string[] {
  const nameOf = namer(pattern, addresses.length, true);
  return addresses.map((address, index) => nameOf(index).replaceAll(ADDRESS, () => address));
}

/** What is wrong with an InstanceName as it is written: any text, but not too long. */
export function nameIssue(name: string, charactersMax: number): NameIssue | undefined {
  if (characterCount(name) > charactersMax) return 'tooLong';
  return isStorableText(name) ? undefined : 'charactersNotAllowed';
}

/**
 * What is wrong with the host names that a pattern makes for `count` instances (seed 004
 * L8798-8828; the length is that of the finished name). The first and the last are looked at:
 * between them only digits differ.
 */
export function hostNameIssue(
  pattern: string,
  options: { readonly windows: boolean; readonly count: number },
): HostNameIssue | undefined {
  // Longer than any name parameter may be: refused unread, so that only so much is expanded.
  if (pattern.length > instanceNameCharactersMax) return 'tooLong';
  const rule = { windows: options.windows, charactersMax: hostNameCharactersMax };
  const nameOf = namer(pattern, options.count, true);
  for (const index of [0, options.count - 1]) {
    const issue = guestHostNameIssue(nameOf(index).replaceAll(ADDRESS, ADDRESS_LONGEST), rule);
    if (issue !== undefined) return issue;
  }
  return undefined;
}
