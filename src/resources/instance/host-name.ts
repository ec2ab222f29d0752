/** Why a guest cannot have a host name. */
export type HostNameIssue =
  | 'tooShort'
  | 'tooLong'
  | 'charactersNotAllowed'
  | 'separatorAtEdge'
  | 'separatorsAdjacent'
  | 'onlyDigits';

/** Which guest the name is for, and how long a name its vendor allows outside Windows. */
export interface HostNameRule {
  readonly windows: boolean;
  readonly charactersMax: number;
}

const charactersMin = 2;
const windowsCharactersMax = 15;

const CHARACTERS = /^[A-Za-z0-9.-]*$/;
const WINDOWS_CHARACTERS = /^[A-Za-z0-9-]*$/;

/**
 * The rule for a host name, the same at both vendors but for the length outside Windows (seed 004
 * L8798-8814, seed 002 L124, seed 003 L246): segments of letters, digits and hyphens between
 * periods; no separator at an edge or next to another; on Windows 2 to 15 characters, no period
 * and not digits alone. For a finished name: patterns are expanded before.
 */
export function hostNameIssue(name: string, rule: HostNameRule): HostNameIssue | undefined {
  const max = rule.windows ? windowsCharactersMax : rule.charactersMax;
  if (name.length > max) return 'tooLong';
  if (!(rule.windows ? WINDOWS_CHARACTERS : CHARACTERS).test(name)) return 'charactersNotAllowed';
  if (name.length < charactersMin) return 'tooShort';
  if (/^[.-]|[.-]$/.test(name)) return 'separatorAtEdge';
  if (/[.-]{2}/.test(name)) return 'separatorsAdjacent';
  return rule.windows && /^[0-9]+$/.test(name) ? 'onlyDigits' : undefined;
}
