import type { Fault } from '#kernel/fault.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { passwordIssue } from '#resources/instance/password.ts';

const ofWindows = "()`~!@#$%^&*-+={}[]:;',.?/";
const ofLinux = `${ofWindows}|`;
/** Of ResetInstancesPassword, on either system (L46711, L46723). */
const ofReset = `${ofLinux}_<>`;
const LETTERS_ALONE = /^[a-zA-Z]*$/;

/**
 * Whether both older generations take a password: of 8 to 16 characters and two classes, of Windows
 * 12 and three (seed 004 L52762-52772, L50093-50103). On Linux letters are one class, small or not;
 * Windows tells them apart, and does not have the "|".
 */
export function passwordFits(password: string, isWindows: boolean): boolean {
  return fits(password, isWindows, isWindows ? ofWindows : ofLinux);
}

/** The same for a password that takes the place of another: with more specials, no "/" in front. */
export function passwordResetFits(password: string, isWindows: boolean): boolean {
  return !password.startsWith('/') && fits(password, isWindows, ofReset);
}

function fits(password: string, isWindows: boolean, specials: string): boolean {
  if (isWindows) {
    const rule = { charactersMin: 12, charactersMax: 16, classesMin: 3, specials };
    return passwordIssue(password, rule) === undefined;
  }
  const rule = { charactersMin: 8, charactersMax: 16, classesMin: 2, specials };
  const issue = passwordIssue(password, rule);
  return issue === undefined && !LETTERS_ALONE.test(password);
}

/** What is told of a password that does not fit. */
export function unfitPassword(): Fault {
  const message = 'A password has 8 to 16 characters of two classes; of Windows 12, of three.';
  return launchFaults.passwordMalformed({ message });
}
