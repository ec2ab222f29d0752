import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { Image } from '#resources/image/image.ts';
import type { LaunchLogin } from '#resources/instance/launch-request.ts';
import { passwordFits } from '../../../older-password.ts';

/**
 * How the instances are logged in to: by a key pair, by the password given, or by one made up and
 * delivered to the owner's inbox (seed 004 L52762). @throws Fault where one does not fit the other
 */
export function loginOf(
  {
    password,
    keyId,
  }: { readonly password: string | undefined; readonly keyId: string | undefined },
  { osFamily }: Image,
): LaunchLogin {
  if (keyId !== undefined) {
    if (password === undefined) return { by: 'key-pairs', keyPairs: [keyId] };
    throw launchFaults.loginConflict({ message: 'password and keyId cannot be given together.' });
  }
  if (password === undefined) return { by: 'generated-password' };
  if (passwordFits(password, osFamily === 'windows')) return { by: 'password', password };
  const message = 'A password has 8 to 16 characters of two classes; of Windows 12, of three.';
  throw launchFaults.passwordMalformed({ message });
}
