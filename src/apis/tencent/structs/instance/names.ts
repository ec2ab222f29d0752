import { hostNameIssue as guestHostNameIssue } from '#resources/instance/host-name.ts';
import type { HostNameIssue } from '#resources/instance/host-name.ts';
import { nameAt } from '#resources/instance/launch-names.ts';
import type { NamePart, NamePattern } from '#resources/instance/launch-names.ts';

/** InstanceName at launch, the pattern counted as it is written (seed 004 L8748). */
export const instanceNameCharactersMax = 128;
/** InstanceName when it is changed later (seed 004 L15680). */
export const instanceNameModifiedCharactersMax = 60;
/** HostName of other than Windows guests (seed 004 L8810). */
export const hostNameCharactersMax = 60;

/**
 * `{R:x}` counts up from x (seed 004 L8734), `{R:x,F:y}` is the same with zeros in front up to y
 * digits, 0 to 8 (today's SDK, RunInstances). What is written otherwise is plain text, numbers of
 * more digits than a safe integer has included.
 */
const COUNTER = /\{R:([0-9]{1,15})(?:,F:([0-8]))?\}/g;
/** `{IP}` in a host name stands for the private address (today's SDK, RunInstances). */
const ADDRESS = '{IP}';
/** The longest address there is, to see whether a pattern fits before addresses are chosen. */
const longest = { address: '255.255.255.255', id: '' } as const;

/** The parts of a text in which a pattern stands for something, by what that is. */
function split(
  text: string,
  pattern: RegExp,
  partOf: (found: RegExpMatchArray) => NamePart,
): readonly NamePart[] {
  const parts: NamePart[] = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    parts.push(text.slice(end, found.index), partOf(found));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

/**
 * The names of a launch of `count` instances. Without any counter, and for more than one instance,
 * 1, 2 … are appended (seed 004 L8742); with one, it counts for a single instance too.
 */
export function namePattern(text: string, count: number): NamePattern {
  const pattern = split(text, COUNTER, ([, from, digits = 0]) => ({
    from: Number(from),
    digitsMin: Number(digits),
  }));
  if (pattern.length > 1 || count === 1) return { pattern };
  return { pattern: [text, { from: 1, digitsMin: 0 }] };
}

/** The same of host names, which may hold their instance's address; that counts as a counter. */
export function hostNamePattern(text: string, count: number): NamePattern {
  const holdsAddress = text.includes(ADDRESS);
  const { pattern } = namePattern(text, holdsAddress ? 1 : count);
  const parts = pattern.flatMap((part) =>
    typeof part === 'string' ? split(part, /\{IP\}/g, () => ({ own: 'address' })) : [part],
  );
  return { pattern: parts };
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
  const names = hostNamePattern(pattern, options.count);
  for (const index of [0, options.count - 1]) {
    const issue = guestHostNameIssue(nameAt(names, index, longest), rule);
    if (issue !== undefined) return issue;
  }
  return undefined;
}
