import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { Image } from '#resources/image/image.ts';
import type { LaunchLogin } from '#resources/instance/launch-request.ts';
import { passwordFits } from '../../older-password.ts';
import type { RunInstancesInput } from './run-instances-input.ts';

/**
 * How the instances are logged in to: by the password given, or one made up and delivered to the
 * owner's inbox (seed 004 L43171-43174, L50073-50129).
 * @throws Fault where two ways are given, or one does not fit
 */
export function loginOf(asked: RunInstancesInput['LoginSettings'], image: Image): LaunchLogin {
  const { Password: password, KeyIds: keyPairs = [], KeepImageLogin = 'FALSE' } = asked ?? {};
  const keeps = KeepImageLogin.toUpperCase() === 'TRUE';
  const ways = [password !== undefined, keyPairs.length > 0, keeps].filter(Boolean).length;
  if (ways > 1) {
    const message = 'Password, KeyIds and KeepImageLogin cannot be given together.';
    throw launchFaults.loginConflict({ message });
  }
  if (keeps) {
    // Images of one's own, shared or imported ones alone have a login to keep (L50110).
    const message = 'KeepImageLogin is not for public images, the only ones there are.';
    throw launchFaults.keptLoginNotForImage({ message });
  }
  if (keyPairs.length > 0) return { by: 'key-pairs', keyPairs };
  if (password === undefined) return { by: 'generated-password' };
  if (passwordFits(password, image.osFamily === 'windows')) return { by: 'password', password };
  const message = 'A password has 8 to 16 characters of two classes; of Windows 12, of three.';
  throw launchFaults.passwordMalformed({ message });
}
