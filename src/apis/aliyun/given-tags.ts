import { tagFaults } from '#resources/tag/faults.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { tagKeyIssue, tagsMax, tagValueIssue } from './tag-rules.ts';

/** Tag.N of an action that makes something. */
export const givenTags = list(
  structure({
    Key: string({ names: ['key'] }),
    Value: string({ default: '', names: ['value'] }),
  }),
  { max: tagsMax, reasons: { count: tagFaults.tooMany } },
);

/** Checks Tag.N. @throws Fault for the first that cannot be */
export function checkedTags(given: InferIn<typeof givenTags> | undefined): readonly Tag[] {
  const names = new Set<string>();
  return (given ?? []).map(({ Key: name = '', Value: value }) => {
    checkTag(name, value);
    if (names.has(name)) throw tagFaults.keyTwice(wrong('Key'));
    names.add(name);
    return { name, value };
  });
}

/** @throws tag.keyMalformed, tag.valueMalformed */
export function checkTag(name: string, value = ''): void {
  if (tagKeyIssue(name) !== undefined) throw tagFaults.keyMalformed(wrong('Key'));
  if (tagValueIssue(value) !== undefined) throw tagFaults.valueMalformed(wrong('Value'));
}

function wrong(part: string) {
  return { at: `Tag.n.${part}`, problem: 'is not valid' } as const;
}
