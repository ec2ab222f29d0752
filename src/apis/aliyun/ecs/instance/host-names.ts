import { hostNameIssue as guestHostNameIssue } from '#resources/instance/host-name.ts';
import type { HostNameIssue } from '#resources/instance/host-name.ts';
import { nameAt } from '#resources/instance/launch-names.ts';
import type { NamePart, NamePattern } from '#resources/instance/launch-names.ts';
import { aliyunInstanceIdCharacters } from '../../ids.ts';
import { namePattern, parseSequence } from './name-sequence.ts';
import type { NamingOptions } from './name-sequence.ts';

/** Outside Windows (seed 002 L124, 003 L256, today's SDK; seed 001 L134 still has 128). */
export const hostNameCharactersMax = 64;

/** Stands for the instance's id, which nobody knows before the launch (today's SDK). */
const INSTANCE_ID = '${instance_id}';
const sample = { id: 'i-'.padEnd(aliyunInstanceIdCharacters, '0'), address: '' } as const;

/**
 * Why HostName is refused: `sequenceMalformed` is InvalidInstanceName.CustomMalformed,
 * `suffixTooLong` InvalidParams.HostnameExceed, the others InvalidHostName.Malformed.
 */
export type LaunchHostNameIssue = HostNameIssue | 'sequenceMalformed' | 'suffixTooLong';

export interface HostNamingOptions extends NamingOptions {
  readonly windows: boolean;
  readonly count: number;
}

/** What is wrong with the host names that one HostName makes for `count` instances. */
export function launchHostNameIssue(
  name: string,
  options: HostNamingOptions,
): LaunchHostNameIssue | undefined {
  if (name.length > 2 * hostNameCharactersMax) return 'tooLong';
  if (parseSequence(name) === 'malformed') return 'sequenceMalformed';
  const rule = { windows: options.windows, charactersMax: hostNameCharactersMax };
  const last = options.count - 1;
  const issueOf = (names: NamePattern, index: number): HostNameIssue | undefined =>
    guestHostNameIssue(nameAt(names, index, sample), rule);
  const bare = hostNamePattern(name, { uniqueSuffix: false });
  const suffixed = hostNamePattern(name, options);
  if (issueOf(bare, 0) === 'tooLong' || issueOf(bare, last) === 'tooLong') return 'tooLong';
  const issue = issueOf(suffixed, 0) ?? issueOf(suffixed, last);
  return issue === 'tooLong' ? 'suffixTooLong' : issue;
}

/** The host names of one launch: each may hold its instance's own id. */
export function hostNamePattern(name: string, options: NamingOptions): NamePattern {
  const { pattern } = namePattern(name, options);
  const parts = pattern.flatMap((part): readonly NamePart[] => {
    if (typeof part !== 'string') return [part];
    const texts = part.split(INSTANCE_ID);
    return texts.flatMap((text, at) => (at === 0 ? [text] : [{ own: 'id' }, text]));
  });
  return { pattern: parts };
}

/** What one HostNames.N item may have wrong, or the list: InvalidHostname.SizeInvalid. */
export type HostNamesIssue = HostNameIssue | 'sizeMismatch';

/**
 * What is wrong with HostNames.N, which gives every instance its own finished name (today's SDK).
 * That it excludes HostName is the action's to check: InvalidHostname.SingleAndMultiConflict.
 */
export function hostNamesIssue(
  names: readonly string[],
  options: { readonly windows: boolean; readonly count: number },
): HostNamesIssue | undefined {
  if (names.length !== options.count) return 'sizeMismatch';
  const rule = { windows: options.windows, charactersMax: hostNameCharactersMax };
  for (const name of names) {
    const issue = guestHostNameIssue(name, rule);
    if (issue !== undefined) return issue;
  }
  return undefined;
}
