import { tagFaults } from '#resources/tag/faults.ts';
import type { Tag } from '#resources/tag/tag.ts';
import type { Rule } from '#wire/shape.ts';
import { checkedTags } from '../../structs/tag/tags.ts';

/** Tags and resources that a request of several may name (651/46533: N is 0 to 9). */
const atOnceMax = 10;

/** A list of tags or of their keys: at most ten. */
export const tagsMeant = {
  max: atOnceMax,
  reasons: { count: tagFaults.tooManyAtOnce },
} as const;

/** Tags that are to be set. What an owner sets is a tag of theirs, whatever its category says. */
export const tagsSet = {
  ...tagsMeant,
  item: {
    fields: {
      TagKey: { empty: 'kept' },
      TagValue: { empty: 'kept' },
      Category: { values: ['Custom', 'All'], deprecated: true },
    },
  },
} as const;

/** The key and the value of the one tag that a request is about. */
export const oneTag = { TagKey: { empty: 'kept' }, TagValue: { empty: 'kept' } } as const;

/** TagKeys of a list: at most twenty. */
export const tagKeysAsked = {
  max: 20,
  item: { max: 128, reasons: { empty: tagFaults.keyEmpty, length: tagFaults.keyTooLong } },
  reasons: { count: tagFaults.filterTooMany },
} as const;

/** A list that has to name some: an empty one is as good as none. */
export function someOf(...fields: readonly string[]): Rule {
  return { rule: 'one-of', fields, reason: tagFaults.nothingToChange };
}

/** TagFilters: six keys, ten values of each (651/46539). */
export const tagFiltersMeant = {
  max: 6,
  item: {
    fields: {
      TagKey: { empty: 'kept', max: 128, reasons: { length: tagFaults.keyTooLong } },
      TagValue: {
        max: 10,
        item: { empty: 'kept', max: 256, reasons: { length: tagFaults.valueTooLong } },
        reasons: { count: tagFaults.tooManyValues },
      },
    },
  },
  reasons: { count: tagFaults.tooManyAtOnce },
} as const;

/** ResourceList, names of six segments. */
export const resourcesMeant = {
  min: 1,
  max: atOnceMax,
  item: { max: 256 },
  reasons: { count: tagFaults.tooManyResources },
} as const;

/** Checks tags that are to be set. @throws Fault for the first that may not be */
export function checkedPairs(
  given: ReadonlyArray<{ readonly TagKey: string; readonly TagValue: string }> = [],
): readonly Tag[] {
  return checkedTags(given.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue })));
}

/** Checks tags that may share a key. @throws Fault for the first that may not be */
export function checkedWords(
  given: ReadonlyArray<{ readonly TagKey: string; readonly TagValue: string }>,
): readonly Tag[] {
  return given.flatMap((pair) => withValues(checkedPairs([pair])));
}

/** The same tags. @throws tag.valueEmpty where one has no value */
export function withValues(tags: readonly Tag[]): readonly Tag[] {
  if (tags.every(({ value }) => value !== '')) return tags;
  throw tagFaults.valueEmpty({ message: 'The tag value is empty.' });
}

/** Checks keys of tags that are to be taken off. @throws Fault for the first that none can have */
export function checkedKeys(given: readonly string[] = []): readonly string[] {
  return checkedTags(given.map((Key) => ({ Key }))).map(({ name }) => name);
}
