import type { InferIn } from '#wire/infer.ts';
import { checkTag } from '../../given-tags.ts';
import { tagFiltersOf, type tagFilters } from '../../tag-filters.ts';

/** Tag.N of the older actions, which hold it to the rules of tags. @throws Fault */
export function checkedFilters(given: InferIn<typeof tagFilters> | undefined) {
  const filters = tagFiltersOf(given) ?? [];
  for (const { names, values } of filters) checkTag(names[0], values?.[0]);
  return filters;
}
