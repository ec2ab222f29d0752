import { tagFaults } from '#resources/tag/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import type { TagFilter } from '#resources/tag/tag.ts';
import { filters, integer } from '#wire/builders.ts';
import type { FilterValues } from '#wire/infer.ts';
import type { FilterRule } from '#wire/shape.ts';
import { tagKeyIssue } from '../tag-rules.ts';

/** The prefix of a filter that names a tag's key: `tag:city`. */
const tagPrefix = 'tag:';

/** Offset and Limit of the pages of cvm: from 0, 20 by default, 100 at most (seed 004 L10104). */
export const pageFields = {
  Offset: integer({ default: 0, min: 0, reasons: { range: listingFaults.offsetOutOfRange } }),
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

/** @throws Fault where no tag may have the key (L39654) */
function tagKeyOf(key: string): string {
  const issue = tagKeyIssue(key);
  if (issue === undefined || issue === 'reserved') return key;
  throw tagFaults.keyMalformed({ message: `\`${key.slice(0, 64)}\` is no tag key.` });
}

/** What the tags must be: all of the filters tag-key, tag-value and tag:KEY have to fit. */
export function tagFiltersIn(given: FilterValues | undefined): readonly TagFilter[] | undefined {
  const tags = [...(given ?? [])].flatMap(([name, values]): TagFilter[] => {
    if (name === 'tag-key') return [{ names: values.map(tagKeyOf) }];
    if (name === 'tag-value') return [{ values }];
    if (!name.startsWith(tagPrefix)) return [];
    return [{ names: [tagKeyOf(name.slice(tagPrefix.length))], values }];
  });
  return tags.length === 0 ? undefined : tags;
}

/** The projects that the filter project-id names. */
export function projectsIn(given: FilterValues | undefined): readonly number[] | undefined {
  return given?.get('project-id')?.map(projectNumber);
}

/** A project as a filter names it. @throws Fault where it is no number */
export function projectNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const value = text.slice(0, 64);
  const message = `The filter's value \`${value}\` is not the number of a project.`;
  throw listingFaults.valueMalformed({ message });
}
