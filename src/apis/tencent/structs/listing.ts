import { tagFaults } from '#resources/tag/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { filters, integer } from '#wire/builders.ts';
import type { FilterRule } from '#wire/shape.ts';
import { tagKeyIssue } from '../tag-rules.ts';

/** The prefix of a filter that names a tag's key: `tag:city`. */
export const tagPrefix = 'tag:';

/** Offset and Limit of the pages of cvm: from 0, 20 by default, 100 at most (seed 004 L10104). */
export const pageFields = {
  Offset: integer({ default: 0, min: 0, reasons: { range: listingFaults.pageOutOfRange } }),
  Limit: integer({
    default: 20,
    min: 1,
    max: 100,
    reasons: { range: listingFaults.pageOutOfRange },
  }),
} as const;

/** Filters of the pages of cvm, at most ten (seed 004 L36440-36480 and each page). */
export function namedFilters<const F extends { readonly [name: string]: FilterRule }>(
  known: F,
  { valuesMax, withTags }: { readonly valuesMax: number; readonly withTags: boolean },
) {
  return filters({
    filters: withTags ? { ...known, 'tag-key': {}, 'tag-value': {} } : known,
    prefixes: withTags ? [tagPrefix] : [],
    max: 10,
    valuesMax,
    nameField: 'Name',
    valuesField: 'Values',
    reasons: {
      unknown: listingFaults.filterUnknown,
      count: listingFaults.tooManyFilters,
      pattern: listingFaults.valueMalformed,
    },
  });
}

/** A tag key that a filter names. @throws Fault where no tag may have it (L39654) */
export function tagKeyOf(key: string): string {
  const issue = tagKeyIssue(key);
  if (issue === undefined || issue === 'reserved') return key;
  throw tagFaults.keyMalformed({ message: `\`${key.slice(0, 64)}\` is no tag key.` });
}
