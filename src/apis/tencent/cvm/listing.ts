import { filters, integer } from '#wire/builders.ts';
import type { Code, FilterRule } from '#wire/shape.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { tagKeyIssue } from '../tag-rules.ts';

/** The prefix of a filter that names a tag's key: `tag:city`. */
export const tagPrefix = 'tag:';

/** Offset and Limit of the pages of cvm: from 0, 20 by default, 100 at most (seed 004 L10104). */
export function pageFields<const C extends Code>(code: C) {
  return {
    Offset: integer({ default: 0, min: 0, codes: { range: code } }),
    Limit: integer({ default: 20, min: 1, max: 100, codes: { range: code } }),
  } as const;
}

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
    codes: { unknown: 'InvalidFilter', count: 'InvalidFilterValue.LimitExceeded' },
  });
}

/** A tag key that a filter names. @throws WireFault where no tag may have it (L39654) */
export function tagKeyOf(key: string): string {
  const issue = tagKeyIssue(key);
  if (issue === undefined || issue === 'reserved') return key;
  throw new WireFault('FailedOperation.IllegalTagKey', `\`${key.slice(0, 64)}\` is no tag key.`);
}
