import type { Image } from '#resources/image/image.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { LaunchLogin } from '#resources/instance/launch-request.ts';
import { passwordFits, unfitPassword } from '../../older-password.ts';
import type { RunInstancesInput } from './launch-input.ts';
import type { LaunchHabits } from './launch-request.ts';
import { keptLogin } from './login.ts';

/**
 * How both older generations launch: all instances have one name, since API 3.0 alone counts them
 * (seed 004 L8742); without a group "all ports are open" (L43180-43186, L52656).
 */
export const olderLaunch: LaunchHabits = {
  names: (name) => (name === undefined ? null : { pattern: [name] }),
  login: loginOf,
  groupsDefault: [],
};

/** One way of three, or a password made up and delivered to the inbox (L43171-43174, L52762). */
function loginOf(asked: RunInstancesInput['LoginSettings'], image: Image): LaunchLogin {
  const { Password: password, KeyIds: keyPairs = [], KeepImageLogin = 'false' } = asked ?? {};
  const keeps = KeepImageLogin.toLowerCase() === 'true';
  const ways = [password !== undefined, keyPairs.length > 0, keeps].filter(Boolean).length;
  if (ways > 1) {
    const message = 'Password, KeyIds and KeepImageLogin cannot be given together.';
    throw launchFaults.loginConflict({ message });
  }
  if (keeps) return keptLogin(image);
  if (keyPairs.length > 0) return { by: 'key-pairs', keyPairs };
  if (password === undefined) return { by: 'generated-password' };
  if (passwordFits(password, image.osFamily === 'windows')) return { by: 'password', password };
  throw unfitPassword();
}
