import { characterCount, isStorableText } from '#kernel/text.ts';

export const tagKeyCharactersMax = 128;
export const tagValueCharactersMax = 128;
/** Tags of one resource and of one request (seed 002 L263, 003 L1059; seed 001 L165 had 5). */
export const tagsMax = 20;

/** Why a tag key (InvalidTagKey.Malformed) or value (InvalidTagValue.Malformed) is refused. */
export type TagIssue = 'empty' | 'tooLong' | 'charactersNotAllowed' | 'reserved' | 'url';

const URL = /https?:\/\//;

/**
 * What is wrong with a tag key: 1 to 128 characters, not beginning with aliyun or acs:, no http://
 * or https:// in it (seed 003 L1059, today's SDK). Seeds 001 and 002 stop at 64, and 001 reserves
 * `acs` without the colon.
 */
export function tagKeyIssue(key: string): TagIssue | undefined {
  if (key === '') return 'empty';
  if (characterCount(key) > tagKeyCharactersMax) return 'tooLong';
  if (!isStorableText(key)) return 'charactersNotAllowed';
  if (key.startsWith('aliyun') || key.startsWith('acs:')) return 'reserved';
  return URL.test(key) ? 'url' : undefined;
}

/**
 * What is wrong with a tag value: up to 128 characters, no http:// or https:// in it (seed 003
 * L1067, today's SDK). Seeds 001 and 002 reserve aliyun and acs: here, too.
 */
export function tagValueIssue(value: string): Exclude<TagIssue, 'empty' | 'reserved'> | undefined {
  if (characterCount(value) > tagValueCharactersMax) return 'tooLong';
  if (!isStorableText(value)) return 'charactersNotAllowed';
  return URL.test(value) ? 'url' : undefined;
}
