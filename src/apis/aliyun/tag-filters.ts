import { tagFaults } from '#resources/tag/faults.ts';
import { list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { tagsMax } from './tag-rules.ts';

/** Tag.N.Key and Tag.N.Value of an action that lists things. */
export const tagFilters = list(
  structure({
    Key: string({ names: ['key'] }),
    Value: string({ names: ['value'] }),
  }),
  {
    max: tagsMax,
    reasons: { count: tagFaults.filterTooMany },
  },
);

interface TagPattern {
  readonly names: readonly [string];
  readonly values?: readonly [string];
}

/** The tags that a thing must have; a key without a value is for any value. */
export function tagFiltersOf(
  given: InferIn<typeof tagFilters> | undefined,
): readonly TagPattern[] | undefined {
  return given?.map(({ Key, Value }) => {
    if (Key === undefined) throw tagFaults.keyMissing();
    return { names: [Key], ...(Value !== undefined && { values: [Value] }) };
  });
}
