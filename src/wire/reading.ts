import type { Code, Constraint } from './shape.ts';
import { WireFault } from './wire-fault.ts';

/** How a dialect reads parameters: the habits that differ between vendors. */
export interface Reading {
  /** Leaves are text and lists are objects with numbers for names (query strings, forms). */
  readonly flattened: boolean;
  readonly unknown: 'refuse' | 'ignore';
  /** Whether "" is the same as absent where a shape does not say. */
  readonly emptyIsAbsent: boolean;
  /** The neutral key of an id, or undefined where the text cannot be one. */
  parseId(kind: string, text: string): string | undefined;
  /** The dialect's common code and message for a broken constraint. */
  common(constraint: Constraint, at: string, detail: string): WireFault;
}

/** The fault of a broken constraint: the shape's own code, else the dialect's common one. */
export function broken(
  reading: Reading,
  own: Code | undefined,
  failed: { readonly constraint: Constraint; readonly at: string; readonly detail: string },
): WireFault {
  const common = reading.common(failed.constraint, failed.at, failed.detail);
  if (own === undefined) return common;
  if (typeof own === 'string') return new WireFault(own, common.message, common.status);
  return new WireFault(own.code, own.message ?? common.message, own.status ?? common.status);
}
