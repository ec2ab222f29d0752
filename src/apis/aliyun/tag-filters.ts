import type { TagFilter } from '#resources/tag/tag.ts';
import { list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { tagsMax } from './tag-rules.ts';

/** Tag.N.Key and Tag.N.Value of an action that lists things. */
export const tagFilters = list(
  structure({
    Key: string({ names: ['key'] }),
    Value: string({ names: ['value'] }),
  }),
  {
    max: tagsMax,
    codes: {
      count: {
        code: 'InvalidTagCount',
        message: 'The specified tags are beyond the permitted range.',
      },
    },
  },
);

/** The tags that a thing must have; a key without a value is for any value. */
export function tagFiltersOf(
  given: InferIn<typeof tagFilters> | undefined,
): readonly TagFilter[] | undefined {
  return given?.map(({ Key, Value }) => {
    if (Key === undefined) {
      const message = 'The specified Tag.n.Key and Tag.n.Value are not match.';
      throw new WireFault('InvalidTag.Mismatch', message);
    }
    return Value === undefined ? { names: [Key] } : { names: [Key], values: [Value] };
  });
}
