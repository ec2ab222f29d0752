import type { FilterRule } from '#wire/shape.ts';
import { namedFilters } from '../cvm/listing.ts';

/**
 * Filters as API 3.0 has them. The pages that list things have no MissingParameter: there "missing"
 * is the common code (seed 004 L41885).
 */
export function filters2017<const F extends { readonly [name: string]: FilterRule }>(
  known: F,
  valuesMax: number,
) {
  const today = namedFilters(known, { valuesMax, withTags: false });
  return { ...today, codes: { ...today.codes, missing: 'InvalidParameter' } } as const;
}
