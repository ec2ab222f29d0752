import { characterCount } from '#kernel/text.ts';

/**
 * Seed 004 has the codes alone (IllegalTagKey L39654, IllegalTagValue L39656, TagKeyReserved
 * L39696); the figures are those of the tag service, whose page of limits is
 * https://cloud.tencent.com/document/product/651/13354.
 */
export const tagKeyCharactersMax = 127;
export const tagValueCharactersMax = 255;
/** Tags of one resource (same page). */
export const tagsMax = 50;

/** Why a tag key or value is refused; `reserved` is for keys alone. */
export type TagIssue = 'empty' | 'tooLong' | 'charactersNotAllowed' | 'reserved';

const reservedPrefixes = ['qcs:', 'project', '项目'];
/** Keys that the errors of the tag service's SDK name (InvalidParameter.ReservedTagKey). */
const reservedKeys = ['qcloud', 'tencent'];

/** Letters and digits of any script, the listed signs, spaces inside but not at the edges. */
const ALLOWED = /^(?! )[\p{L}\p{M}\p{N} +\-=._:/@()[\],;><（）【】：＋－＝／＠]*(?<! )$/u;

/** What is wrong with a tag key. */
export function tagKeyIssue(key: string): TagIssue | undefined {
  if (key === '') return 'empty';
  if (characterCount(key) > tagKeyCharactersMax) return 'tooLong';
  if (!ALLOWED.test(key)) return 'charactersNotAllowed';
  const isReserved = reservedPrefixes.some((prefix) => key.startsWith(prefix));
  return isReserved || reservedKeys.includes(key) ? 'reserved' : undefined;
}

/**
 * What is wrong with a tag value. The page asks for one character at least; an empty one is
 * accepted here, since a tag set through Alibaba may have one and must stay editable.
 */
export function tagValueIssue(value: string): Exclude<TagIssue, 'empty' | 'reserved'> | undefined {
  if (characterCount(value) > tagValueCharactersMax) return 'tooLong';
  return ALLOWED.test(value) ? undefined : 'charactersNotAllowed';
}
