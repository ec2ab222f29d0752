import { passwordIssue } from '#resources/instance/password.ts';

const specials = "()`~!@#$%^&*-+=|{}[]:;',.?/";
const LETTERS_ALONE = /^[a-zA-Z]*$/;

/**
 * Whether both older generations take a password: of 8 to 16 characters and two classes, of Windows
 * 12 and three (seed 004 L52762-52772, L50093-50103). On Linux letters are one class, small or not;
 * Windows tells them apart.
 */
export function passwordFits(password: string, isWindows: boolean): boolean {
  const rule = { charactersMax: 16, specials };
  if (isWindows) {
    return passwordIssue(password, { ...rule, charactersMin: 12, classesMin: 3 }) === undefined;
  }
  const issue = passwordIssue(password, { ...rule, charactersMin: 8, classesMin: 2 });
  return issue === undefined && !LETTERS_ALONE.test(password);
}
