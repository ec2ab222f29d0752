import { tagFaults } from '#resources/tag/faults.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { tagKeyIssue, tagsMax, tagValueIssue } from '../tag-rules.ts';

/** A tag of the vpc service, given (`Tags`) and shown (`TagSet`) alike. */
const tag = structure({ Key: string({ required: true }), Value: string() });

export const tagsGiven = list(tag, {
  max: tagsMax,
  reasons: { count: tagFaults.tooMany },
});

const keyFaults = {
  empty: tagFaults.keyTooLong,
  tooLong: tagFaults.keyTooLong,
  charactersNotAllowed: tagFaults.keyMalformed,
  reserved: tagFaults.keyReserved,
} as const;

/** Checks `Tags` as every page of the service lists it. @throws Fault for the first bad one */
export function checkedTags(given: InferIn<typeof tagsGiven> | undefined): readonly Tag[] {
  const names = new Set<string>();
  return (given ?? []).map(({ Key: name, Value: value = '' }, index) => {
    const at = `Tags.${index}`;
    const keyIssue = tagKeyIssue(name);
    if (keyIssue !== undefined) {
      throw keyFaults[keyIssue]({ at: `${at}.Key`, problem: 'is not valid' });
    }
    if (tagValueIssue(value) !== undefined) {
      throw tagFaults.valueMalformed({ at: `${at}.Value`, problem: 'is not valid' });
    }
    if (names.has(name)) {
      throw tagFaults.keyTwice({ at: `${at}.Key`, problem: 'is there twice' });
    }
    names.add(name);
    return { name, value };
  });
}

/** Tags as `TagSet` shows them. */
export function shownTags(tags: readonly Tag[] = []) {
  return tags.map(({ name, value }) => ({ Key: name, Value: value }));
}
