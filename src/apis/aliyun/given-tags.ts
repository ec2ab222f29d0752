import type { Tag } from '#resources/tag/tag.ts';
import { list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import type { Code } from '#wire/shape.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { tagKeyIssue, tagsMax, tagValueIssue } from './tag-rules.ts';

/** A page's codes for tags that cannot be put on something. */
export interface TagCodes {
  readonly key: Code;
  readonly value: Code;
  readonly twice: Code;
  readonly count: Code;
}

/** Tag.N of an action that makes something. */
export function givenTags(codes: TagCodes) {
  const tag = structure({
    Key: string({ names: ['key'] }),
    Value: string({ default: '', names: ['value'] }),
  });
  return list(tag, { max: tagsMax, codes: { count: codes.count } });
}

/** Checks Tag.N. @throws WireFault for the first that cannot be */
export function checkedTags(
  given: InferIn<ReturnType<typeof givenTags>> | undefined,
  codes: TagCodes,
): readonly Tag[] {
  const names = new Set<string>();
  return (given ?? []).map(({ Key: name = '', Value: value }) => {
    if (tagKeyIssue(name) !== undefined) throw refused(codes.key, 'Key', 'is not valid');
    if (tagValueIssue(value) !== undefined) throw refused(codes.value, 'Value', 'is not valid');
    if (names.has(name)) throw refused(codes.twice, 'Key', 'contains duplicate tag keys');
    names.add(name);
    return { name, value };
  });
}

function refused(code: Code, part: string, what: string): WireFault {
  const message = `The specified parameter "Tag.n.${part}" ${what}.`;
  return typeof code === 'string'
    ? new WireFault(code, message)
    : new WireFault(code.code, code.message ?? message, code.status);
}
