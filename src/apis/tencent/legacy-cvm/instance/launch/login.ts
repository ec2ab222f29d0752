import type { Image } from '#resources/image/image.ts';
import type { LaunchLogin } from '#resources/instance/launch-request.ts';
import { passwordIssue } from '#resources/instance/password.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { PARAMETER } from '../../../legacy/codes.ts';

const specials = "()`~!@#$%^&*-+=|{}[]:;',.?/";
const LETTERS_ALONE = /^[a-zA-Z]*$/;

/**
 * How the instances are logged in to: by the password given, or one made up and delivered to the
 * owner's inbox (seed 004 L52762). @throws WireFault where it does not fit, or a key is named
 */
export function loginOf(
  {
    password,
    keyId,
  }: { readonly password: string | undefined; readonly keyId: string | undefined },
  { osFamily }: Image,
): LaunchLogin {
  if (keyId !== undefined) {
    // Nobody has a key pair yet, so whichever is named does not exist.
    const message =
      password === undefined
        ? 'The key pair does not exist.'
        : 'password and keyId cannot be given together.';
    throw new WireFault(PARAMETER, message);
  }
  if (password === undefined) return { by: 'generated-password' };
  if (fits(password, osFamily === 'windows')) return { by: 'password', password };
  const message = 'A password has 8 to 16 characters of two classes; of Windows 12, of three.';
  throw new WireFault('InvalidParameter.PasswordNotConformSpecs', message);
}

/** On Linux letters are one class, small or not; Windows tells them apart (L52762-52772). */
function fits(password: string, isWindows: boolean): boolean {
  const rule = { charactersMax: 16, specials };
  if (isWindows) {
    return passwordIssue(password, { ...rule, charactersMin: 12, classesMin: 3 }) === undefined;
  }
  const issue = passwordIssue(password, { ...rule, charactersMin: 8, classesMin: 2 });
  return issue === undefined && !LETTERS_ALONE.test(password);
}
