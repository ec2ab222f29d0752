import { listingFaults } from '#resources/listing/faults.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { integer } from '#wire/builders.ts';
import type { IntegerShape, Rule } from '#wire/shape.ts';
import { tagKeyIssue } from '../tag-rules.ts';
import { listFilters, type Filter } from './filters.ts';

/** Offset and Limit of the pages of cvm: from 0, 20 by default, 100 at most (seed 004 L10104). */
export const pageFields = {
  Offset: integer({ default: 0, min: 0, reasons: { range: listingFaults.offsetOutOfRange } }),
  Limit: integer({
    default: 20,
    min: 1,
    max: 100,
    reasons: { range: listingFaults.pageOutOfRange },
  }),
} satisfies Readonly<Record<string, IntegerShape>>;

/** The page that Offset and Limit ask for, whichever service has them. */
export function pageOf(asked: { readonly Offset: number; readonly Limit: number }) {
  return { offset: asked.Offset, limit: asked.Limit };
}

/** The page of a list that is all at hand. */
export function sliceOf<T>(
  all: readonly T[],
  { Offset, Limit }: { readonly Offset: number; readonly Limit: number },
): readonly T[] {
  return all.slice(Offset, Offset + Limit);
}

/** The keys named by a list of ids; an empty one narrows nothing. */
export function keysNamed(ids: readonly string[] | undefined): readonly string[] | undefined {
  return ids?.length === 0 ? undefined : ids;
}

/** The rule of every list: named by ids or found by filters, not both. */
export function idsOrFilters(ids: string): Rule {
  return { rule: 'exclusive', fields: [ids, 'Filters'], reason: listingFaults.idsConflict };
}

interface Table {
  readonly [name: string]: Filter<object>;
}

/** Filters of the pages of cvm, at most ten (seed 004 L36440-36480 and each page). */
export function cvmFilters<const T extends Table>(
  table: T,
  limits: { readonly valuesMax: number },
) {
  return listFilters(table, { ...cvmHabits, ...limits });
}

/** The same where tags are filtered by as well: five values of each. */
export function taggedFilters<const T extends Table>(table: T) {
  return listFilters(table, {
    ...cvmHabits,
    valuesMax: 5,
    tags: { filters: ['tag-key', 'tag-value'], keyOf: tagKeyOf },
  });
}

const cvmHabits = {
  max: 10,
  reasons: {
    unknown: listingFaults.filterUnknown,
    count: listingFaults.tooManyFilters,
    pattern: listingFaults.valueMalformed,
  },
} as const;

/** @throws Fault where no tag may have the key (L39654) */
function tagKeyOf(key: string): string {
  const issue = tagKeyIssue(key);
  if (issue === undefined || issue === 'reserved') return key;
  throw tagFaults.keyMalformed({ message: `\`${key.slice(0, 64)}\` is no tag key.` });
}
