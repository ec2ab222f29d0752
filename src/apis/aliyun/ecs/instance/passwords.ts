import { passwordIssue as ruleIssue } from '#resources/instance/password.ts';
import type { PasswordIssue as RuleIssue } from '#resources/instance/password.ts';

/** The list of seeds 002 L136 and 003 L266, and `\ "`, which today's SDK prints in place of `'`. */
const specials = '()`~!@#$%^&*-_+=|{}[]:;\'<>,.?/\\"';

const rule = { charactersMin: 8, charactersMax: 30, classesMin: 3, specials };

/** Why a password is refused. All of it is InvalidPassword.Malformed. */
export type PasswordIssue = RuleIssue | 'leadingSlash';

/**
 * Password of an instance: 8 to 30 characters of three of the four classes (seed 002 L131, 003
 * L264, today's SDK; seed 001 L144 wants all four), on Windows not beginning with a slash.
 */
export function passwordIssue(
  password: string,
  options: { readonly windows: boolean },
): PasswordIssue | undefined {
  const issue = ruleIssue(password, rule);
  if (issue !== undefined) return issue;
  return options.windows && password.startsWith('/') ? 'leadingSlash' : undefined;
}
