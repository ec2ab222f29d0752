import { launchFaults } from '#resources/instance/launch-faults.ts';
import { keyPairFaults } from '#resources/key-pair/faults.ts';
import type { Image } from '#resources/image/image.ts';
import type { LaunchLogin } from '#resources/instance/launch-request.ts';
import { id, list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { passwordIssue } from './passwords.ts';

/** LoginSettings of RunInstances (struct text of seed 004, L38203-38256). */
export const loginAsked = structure({
  Password: string({ secret: true }),
  KeyIds: list(id('key-pair', { reasons: { malformed: keyPairFaults.malformed } }), {
    max: 100,
    reasons: { count: keyPairFaults.tooMany },
  }),
  KeepImageLogin: string({ default: 'false', empty: 'absent', pattern: /^(?:true|false)$/i }),
});

type LoginAsked = InferIn<typeof loginAsked>;

/**
 * How the instances are logged in to: one way of three, or a password made up and delivered to the
 * owner's inbox (L8752-8755). @throws WireFault where two ways are given, or one does not fit
 */
export function loginOf(asked: LoginAsked | undefined, image: Image): LaunchLogin {
  const { Password: password, KeyIds: keyPairs = [], KeepImageLogin = 'false' } = asked ?? {};
  const keeps = KeepImageLogin.toLowerCase() === 'true';
  const isWindows = image.osFamily === 'windows';
  if (keyPairs.length > 0 && keeps) throw launchFaults.keyPairConflict();
  if (password !== undefined && (keeps || keyPairs.length > 0)) {
    const message = 'Password cannot be given together with KeyIds or KeepImageLogin.';
    throw launchFaults.loginConflict({ message });
  }
  if (keeps) return keptLogin(image);
  if (keyPairs.length > 0) return { by: 'key-pairs', keyPairs };
  if (password === undefined) return { by: 'generated-password' };
  if (passwordIssue(password, { windows: isWindows }) === undefined) {
    return { by: 'password', password };
  }
  const message = isWindows
    ? 'A Windows password has 12 to 30 characters of three classes.'
    : 'A Linux password has 8 to 30 characters of two classes.';
  throw launchFaults.passwordMalformed({ message });
}

/** Only images of one's own, shared or imported ones have a login to keep (L38240, L50110). */
export function keptLogin({ visibility }: Image): LaunchLogin {
  if (visibility !== 'public') return { by: 'image' };
  const message = 'KeepImageLogin is not for public images.';
  throw launchFaults.keptLoginNotForImage({ message });
}
