import type { Reason } from '#kernel/fault.ts';
import { ParameterFault } from './parameter-fault.ts';
import type { Facets, Reasons } from './shape.ts';

/** How a dialect reads parameters: the habits that differ between vendors. */
export interface Reading {
  /** Leaves are text and lists are objects with numbers for names (query strings, forms). */
  readonly flattened: boolean;
  /** Whether an object may be given whole as JSON text, and the one value of a filter as text. */
  readonly jsonTexts: boolean;
  readonly unknown: 'refuse' | 'ignore';
  /** Whether "" is the same as absent where a shape does not say. */
  readonly emptyIsAbsent: boolean;
  /** The neutral key of an id, or undefined where the text cannot be one. */
  parseId(kind: string, text: string): string | undefined;
}

/** Decodes what stands at the path `at`; undefined where it is absent and may be. */
export type Decode = (raw: unknown, at: string) => unknown;

/** Throws the fault of a constraint that the value at a path breaks. */
export type Refuse = (constraint: keyof Reasons, at: string, problem: string) => never;

/** What a decoder refuses with: the shape's own reason, else that of every such constraint. */
export function refuser(reasons: Facets['reasons']): Refuse {
  return (constraint, at, problem) => {
    throw new ParameterFault(reasonFor(reasons, constraint), { constraint, at, problem });
  };
}

/** The reason that a shape has for a constraint, where it has one. */
export function reasonFor(
  reasons: Facets['reasons'],
  constraint: keyof Reasons,
): Reason | undefined {
  if (reasons === undefined || !('reason' in reasons)) return reasons?.[constraint];
  return constraint === 'missing' || constraint === 'empty' ? undefined : reasons;
}

/** The path of a member: `Placement.Zone`, `DataDisk.2`. */
export function pathOf(at: string, member: string | number): string {
  return at === '' ? String(member) : `${at}.${member}`;
}

/** How many there may be: as `rangeText` says it, and nothing of a least that is none. */
export function countText(min: number, max: number): string {
  return rangeText(min === 0 ? -Infinity : min, max);
}

/** `2 to 60`, `at least 2`, `at most 60`: a range as messages say it. */
export function rangeText(min: number, max: number): string {
  if (max === Infinity) return `at least ${min}`;
  return min === -Infinity ? `at most ${max}` : `${min} to ${max}`;
}
