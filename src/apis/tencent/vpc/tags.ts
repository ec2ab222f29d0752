import type { Tag } from '#resources/tag/tag.ts';
import { list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { tagKeyIssue, tagsMax, tagValueIssue } from '../tag-rules.ts';

/** A tag of the vpc service, given (`Tags`) and shown (`TagSet`) alike. */
const tag = structure({ Key: string({ required: true }), Value: string() });

export const tagsGiven = list(tag, {
  max: tagsMax,
  codes: { count: 'LimitExceeded.TagKeyPerResourceExceeded' },
});

const keyCodes = {
  empty: 'InvalidParameterValue.TagInvalidKeyLen',
  tooLong: 'InvalidParameterValue.TagInvalidKeyLen',
  charactersNotAllowed: 'InvalidParameterValue.TagInvalidKey',
  reserved: 'UnsupportedOperation.TagSystemReservedTagKey',
} as const;

/** Checks `Tags` as every page of the service lists it. @throws WireFault for the first bad one */
export function checkedTags(given: InferIn<typeof tagsGiven> | undefined): readonly Tag[] {
  const names = new Set<string>();
  return (given ?? []).map(({ Key: name, Value: value = '' }, index) => {
    const at = `Tags.${index}`;
    const keyIssue = tagKeyIssue(name);
    if (keyIssue !== undefined) throw refused(keyCodes[keyIssue], `${at}.Key`, 'is not valid');
    if (tagValueIssue(value) !== undefined) {
      throw refused('InvalidParameterValue.TagInvalidVal', `${at}.Value`, 'is not valid');
    }
    if (names.has(name)) {
      throw refused('InvalidParameterValue.TagDuplicateKey', `${at}.Key`, 'is there twice');
    }
    names.add(name);
    return { name, value };
  });
}

/** Tags as `TagSet` shows them. */
export function shownTags(tags: readonly Tag[] = []) {
  return tags.map(({ name, value }) => ({ Key: name, Value: value }));
}

function refused(code: string, at: string, what: string): WireFault {
  return new WireFault(code, `The parameter \`${at}\` ${what}.`);
}
