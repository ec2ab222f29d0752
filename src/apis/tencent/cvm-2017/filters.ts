import type { FilterRule } from '#wire/shape.ts';
import { namedFilters } from '../structs/listing.ts';

/** Filters as API 3.0 has them, without tags. */
export function filters2017<const F extends { readonly [name: string]: FilterRule }>(
  known: F,
  valuesMax: number,
) {
  return namedFilters(known, { valuesMax, withTags: false });
}
