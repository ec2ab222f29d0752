import { characterCount, isStorableText } from '#kernel/text.ts';
import { nameAt } from '#resources/instance/launch-names.ts';
import { namePattern, parseSequence } from './name-sequence.ts';
import type { NamingOptions } from './name-sequence.ts';

const nameCharactersMin = 2;
const nameCharactersMax = 128;
const descriptionCharactersMin = 2;
const descriptionCharactersMax = 256;

/** Why a name or description is refused. */
export type TextIssue = 'tooShort' | 'tooLong' | 'charactersNotAllowed';

/** Letters and digits of any script, colon, underscore, period and hyphen (seed 003 L182). */
const NAME_CHARACTERS = /^[\p{L}\p{N}:_.-]*$/u;

/**
 * The rule for a plain name: InstanceName where it is changed, DiskName, and the other ECS names of
 * 2 to 128 characters. Seeds 001 and 002 want a letter in front and 002 leaves the period out;
 * seed 003 and today's SDK do not, and the wider rule is taken. No name can begin with http://,
 * because a slash is none of its characters.
 */
export function nameIssue(name: string): TextIssue | undefined {
  const characters = characterCount(name);
  if (characters > nameCharactersMax) return 'tooLong';
  if (!NAME_CHARACTERS.test(name)) return 'charactersNotAllowed';
  return characters < nameCharactersMin ? 'tooShort' : undefined;
}

/**
 * Why InstanceName is refused at launch: `sequenceMalformed` is
 * InvalidInstanceName.CustomMalformed, `suffixTooLong` InvalidParams.InstanceNameExceed, the others
 * are InvalidInstanceName.Malformed.
 */
export type LaunchNameIssue = TextIssue | 'sequenceMalformed' | 'suffixTooLong';

/** What is wrong with the names that an InstanceName makes for `count` instances. */
export function launchNameIssue(
  name: string,
  options: NamingOptions & { readonly count: number },
): LaunchNameIssue | undefined {
  // Brackets, comma and digits of a sequence are not part of the finished name, but few.
  if (name.length > 2 * nameCharactersMax + '[999999,6]'.length) return 'tooLong';
  if (parseSequence(name) === 'malformed') return 'sequenceMalformed';
  const last = options.count - 1;
  const bare = namePattern(name, { uniqueSuffix: false });
  const issue = nameIssue(nameAt(bare, 0)) ?? nameIssue(nameAt(bare, last));
  if (issue !== undefined) return issue;
  const suffixed = nameAt(namePattern(name, options), last);
  return nameIssue(suffixed) === undefined ? undefined : 'suffixTooLong';
}

/**
 * The rule for a description of an instance or disk: 2 to 256 characters, not beginning with
 * http:// or https:// (seed 001 L139, 002 L229, 003 L446). An empty one is too short: whether that
 * means "none" is the action's to say.
 */
export function descriptionIssue(text: string): TextIssue | 'urlPrefix' | undefined {
  const characters = characterCount(text);
  if (characters > descriptionCharactersMax) return 'tooLong';
  if (characters < descriptionCharactersMin) return 'tooShort';
  if (!isStorableText(text)) return 'charactersNotAllowed';
  return /^https?:\/\//.test(text) ? 'urlPrefix' : undefined;
}
