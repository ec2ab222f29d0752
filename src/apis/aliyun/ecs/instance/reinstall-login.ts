import type { WriteContext } from '#apis/context.ts';
import type { Image } from '#resources/image/image.ts';
import type { ReinstallLogin } from '#resources/instance/verbs/reinstall.ts';
import { loginOf } from './launch/guest.ts';

/** How one logs in to what is installed anew: as before, where nothing is said (Password). */
export async function reinstallLoginOf(
  context: WriteContext,
  asked: Parameters<typeof loginOf>[1],
  { osFamily }: Image,
): Promise<ReinstallLogin> {
  const login = await loginOf(context, asked, { windows: osFamily === 'windows' });
  return login.by === 'nothing' ? { by: 'what it was' } : login;
}
