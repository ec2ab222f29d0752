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
  const key = wrong('Key');
  return (given ?? []).map(({ Key: name = '', Value: value }) => {
    if (tagKeyIssue(name) !== undefined) throw tagFaults.keyMalformed(key);
    if (tagValueIssue(value) !== undefined) throw tagFaults.valueMalformed(wrong('Value'));
    if (names.has(name)) throw tagFaults.keyTwice(key);
    names.add(name);
    return { name, value };
  });
}

function wrong(part: string) {
  return { at: `Tag.n.${part}`, problem: 'is not valid' } as const;
}
