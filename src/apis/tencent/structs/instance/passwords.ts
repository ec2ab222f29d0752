import { passwordIssue as ruleIssue } from '#resources/instance/password.ts';
import type { PasswordIssue } from '#resources/instance/password.ts';

/**
 * The special characters of LoginSettings and rescue mode (seed 004 L38213, L17387), and `_ < >`,
 * which ResetInstancesPassword adds (L15406). What one page lets a user set, the others accept.
 */
const specials = "()`~!@#$%^&*-+=|{}[]:;',.?/_<>";
const charactersMax = 30;

/**
 * LoginSettings.Password of RunInstances and ResetInstance, and Password of EnterRescueMode (seed
 * 004 L38213-38223, L17387): Linux 8 to 30 characters of two classes, Windows 12 to 30 of three.
 */
export function passwordIssue(
  password: string,
  options: { readonly windows: boolean },
): PasswordIssue | undefined {
  return options.windows
    ? ruleIssue(password, { charactersMin: 12, charactersMax, classesMin: 3, specials })
    : ruleIssue(password, { charactersMin: 8, charactersMax, classesMin: 2, specials });
}

/** Why ResetInstancesPassword refuses a password. */
export type ResetPasswordIssue = PasswordIssue | 'leadingSlash' | 'containsUserName';

/**
 * Password of ResetInstancesPassword (seed 004 L15406-15425), which is stricter: three classes on
 * either system, no `/` in front, and on Windows not the user's name in it (case ignored, as
 * Windows itself does).
 */
export function resetPasswordIssue(
  password: string,
  options: { readonly windows: boolean; readonly userName: string },
): ResetPasswordIssue | undefined {
  const charactersMin = options.windows ? 12 : 8;
  const issue = ruleIssue(password, { charactersMin, charactersMax, classesMin: 3, specials });
  if (issue !== undefined) return issue;
  if (password.startsWith('/')) return 'leadingSlash';
  if (!options.windows || options.userName === '') return undefined;
  const names = password.toLowerCase().includes(options.userName.toLowerCase());
  return names ? 'containsUserName' : undefined;
}
