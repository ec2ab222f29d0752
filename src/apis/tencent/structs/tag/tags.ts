import { tagFaults } from '#resources/tag/faults.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { list, string, structure } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { tagSpecification as model } from '../../cvm/models/tag-specification.ts';
import { tagKeyIssue, tagsMax, tagValueIssue } from '../../tag-rules.ts';

/** Tags of the vpc service. */
export const tagsGiven = list(structure({ Key: string({ required: true }), Value: string() }), {
  max: tagsMax,
  reasons: { count: tagFaults.tooMany },
});

/** TagSpecification of cvm's actions that make resources of a type (seed 004 L39259-39282). */
export function tagSpecification(type: string) {
  return list(overlay(model, { ResourceType: { values: [type] } }));
}

interface TagGiven {
  readonly Key: string;
  readonly Value?: string | undefined;
}

/** The tags of each new resource. @throws Fault where one may not be (L39654-39696) */
export function specifiedTags(
  asked: ReadonlyArray<{ readonly Tags: readonly TagGiven[] }> | undefined,
): readonly Tag[] {
  const given = asked?.flatMap(({ Tags }) => Tags) ?? [];
  if (given.length <= tagsMax) return checkedTags(given);
  throw tagFaults.tooMany({ message: `A resource has at most ${tagsMax} tags.` });
}

const keyFaults = {
  empty: tagFaults.keyEmpty,
  tooLong: tagFaults.keyTooLong,
  charactersNotAllowed: tagFaults.keyMalformed,
  reserved: tagFaults.keyReserved,
} as const;

const valueFaults = {
  tooLong: tagFaults.valueTooLong,
  charactersNotAllowed: tagFaults.valueMalformed,
} as const;

/** Checks tags as they are given. @throws Fault for the first bad one */
export function checkedTags(given: readonly TagGiven[] = []): readonly Tag[] {
  const names = new Set<string>();
  return given.map(({ Key: name, Value: value = '' }) => {
    const issue = tagKeyIssue(name);
    const key = `The tag key \`${name.slice(0, 64)}\``;
    if (issue !== undefined) throw keyFaults[issue]({ message: `${key} is not allowed.` });
    const valueIssue = tagValueIssue(value);
    if (valueIssue !== undefined) {
      const message = `The tag value \`${value.slice(0, 64)}\` is not allowed.`;
      throw valueFaults[valueIssue]({ message });
    }
    if (names.has(name)) throw tagFaults.keyTwice({ message: `${key} is there twice.` });
    names.add(name);
    return { name, value };
  });
}

/** Tags as answers show them. */
export function shownTags(tags: readonly Tag[] = []) {
  return tags.map(({ name, value }) => ({ Key: name, Value: value }));
}
