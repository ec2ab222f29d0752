import { vpcFaults } from '#resources/vpc/faults.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import type { Page } from '#resources/page.ts';
import type { TagFilter } from '#resources/tag/tag.ts';
import { filters, id, integer } from '#wire/builders.ts';
import type { FilterValues } from '#wire/infer.ts';
import type { FilterRule } from '#wire/shape.ts';
import { zoneByVendorName } from '#catalogue/places.ts';
import { parseTencentId, type TencentIdKind } from '../ids.ts';

const TAG = 'tag:';
const RESULTS_MAX = 100;

/** Of a list of ids. */
export const idsReasons = { count: listingFaults.tooManyIds } as const;

/** What is told where the id of a kind is malformed. */
const malformed = {
  'security-group': securityGroupFaults.malformed,
  subnet: subnetFaults.malformed,
  vpc: vpcFaults.malformed,
} as const;

/** An id of these pages. */
export function vpcId(kind: 'security-group' | 'subnet' | 'vpc') {
  return id(kind, { reasons: { malformed: malformed[kind] } });
}

/** `Limit` and `Offset` are strings in the model; a number is understood as well. */
const reasons = {
  type: listingFaults.pageMalformed,
  range: listingFaults.pageOutOfRange,
} as const;

export const offset = integer({ default: 0, min: 0, asString: true, reasons });
export const limit = integer({
  default: 20,
  min: 1,
  max: RESULTS_MAX,
  asString: true,
  reasons,
});
export const maxResults = integer({ min: 1, max: RESULTS_MAX, reasons });

/** Filters of a list, `tag:KEY` always among them, with the codes that all its pages have. */
export function namedFilters<const F extends { readonly [name: string]: FilterRule }>(known: F) {
  return filters({
    filters: { 'tag-key': {}, ...known },
    prefixes: [TAG],
    max: 10,
    valuesMax: RESULTS_MAX,
    nameField: 'Name',
    valuesField: 'Values',
    reasons: {
      unknown: listingFaults.filterUnknown,
      missing: listingFaults.filterMissing,
      type: listingFaults.filterMalformed,
      count: listingFaults.tooManyFilters,
      value: listingFaults.valueMalformed,
    },
  });
}

/** A filter that takes "true" or "false" in any case. */
export const flag: FilterRule = {
  values: ['true', 'false', 'True', 'False', 'TRUE', 'FALSE'],
};

/** What a flag must be; undefined where both or none will do. */
export function flagIn(given: FilterValues | undefined, name: string): boolean | undefined {
  const wanted = new Set(given?.get(name)?.map((value) => value.toLowerCase() === 'true'));
  return wanted.size === 1 ? wanted.has(true) : undefined;
}

/** The keys that the ids of a filter name. @throws Fault where one is malformed */
export function keysIn(
  given: FilterValues | undefined,
  name: string,
  kind: TencentIdKind,
): readonly string[] | undefined {
  return given?.get(name)?.map((text) => {
    const parsed = parseTencentId(kind, text);
    if (parsed !== 'malformed') return parsed.key;
    throw listingFaults.valueMalformed({
      message: `The value \`${text.slice(0, 64)}\` of \`${name}\` is no id.`,
    });
  });
}

/** The zones that a filter names; one that is unknown matches nothing. */
export function zonesIn(
  given: FilterValues | undefined,
  name: string,
): readonly string[] | undefined {
  return given?.get(name)?.flatMap((text) => zoneByVendorName('tencent', text) ?? []);
}

/** What the tags must be: every filter `tag:KEY` has to fit, and one of the names in `tag-key`. */
export function tagsIn(given: FilterValues | undefined): readonly TagFilter[] {
  return [...(given ?? [])].flatMap(([name, values]): TagFilter[] => {
    if (name === 'tag-key') return [{ names: values }];
    return name.startsWith(TAG) ? [{ names: [name.slice(TAG.length)], values }] : [];
  });
}

/**
 * Whether a filter asks for what no resource here has: an IPv6 block, a special zone. `absent`
 * gives per filter the value that stands for having none of it.
 */
export function asksForNone(
  given: FilterValues | undefined,
  absent: { readonly [name: string]: readonly string[] },
): boolean {
  return Object.entries(absent).some(([name, none]) => {
    const wanted = given?.get(name);
    return wanted !== undefined && !wanted.some((value) => none.includes(value.toLowerCase()));
  });
}

/** The page that `Offset` and `Limit` ask for. */
export function pageOf(input: { readonly Offset: number; readonly Limit: number }): Page {
  return { offset: input.Offset, limit: input.Limit };
}
