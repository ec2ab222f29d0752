import { inWords } from '#apis/said.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { list } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { tagSpecification as model } from '../../cvm/models/tag-specification.ts';
import type { InferIn } from '#wire/infer.ts';
import { tagKeyIssue, tagsMax, tagValueIssue } from '../../tag-rules.ts';

/** TagSpecification of an action that makes resources of that type (seed 004 L39259-39282). */
export function tagSpecification(type: string) {
  return list(overlay(model, { ResourceType: { values: [type] } }));
}

/** The tags of each new resource. @throws Fault where one may not be (L39654-39696) */
export function specifiedTags(
  asked: InferIn<ReturnType<typeof tagSpecification>> | undefined,
): readonly Tag[] {
  const given = asked?.flatMap(({ Tags }) => Tags) ?? [];
  const tags = given.map(({ Key: name, Value: value }): Tag => ({ name, value }));
  if (tags.length > tagsMax) {
    const message = `A resource has at most ${tagsMax} tags.`;
    throw tagFaults.tooMany({ message });
  }
  for (const tag of tags) checkTag(tag);
  if (new Set(tags.map(({ name }) => name)).size === tags.length) return tags;
  throw tagFaults.keyTwice({ message: 'A tag key is given twice.' });
}

function checkTag({ name, value }: Tag): void {
  const issue = tagKeyIssue(name);
  if (issue === 'reserved') {
    const message = `The tag key \`${name.slice(0, 64)}\` is reserved.`;
    throw tagFaults.keyReserved({ message });
  }
  if (issue !== undefined) {
    const message = `The tag key \`${name.slice(0, 64)}\` is not allowed: ${inWords(issue)}.`;
    throw tagFaults.keyMalformed({ message });
  }
  const valueIssue = tagValueIssue(value);
  if (valueIssue === undefined) return;
  const message = `The tag value \`${value.slice(0, 64)}\` is not allowed: ${inWords(valueIssue)}.`;
  throw tagFaults.valueMalformed({ message });
}
