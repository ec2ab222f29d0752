import type { WriteContext } from '#apis/context.ts';
import type { Fault } from '#kernel/fault.ts';
import { changeGuests } from '#resources/instance/verbs/change-guests.ts';
import { guestSystems } from '#resources/instance/verbs/guest-systems.ts';
import { verb } from '#resources/verb.ts';

interface PasswordAsked {
  readonly InstanceIds: readonly string[];
  readonly Password: string;
  readonly UserName?: string | undefined;
  readonly ForceStop?: boolean;
}

/** Why a password cannot be one of a system, as a generation of the API has it. */
export type PasswordRule = (
  password: string,
  system: { readonly windows: boolean; readonly userName: string },
) => Fault | undefined;

/** Whose password it is on Windows where no name is given (seed 004 L15371). */
const ADMINISTRATOR = 'Administrator';

/**
 * Gives instances one password: all of them, or none. Those that run are stopped for it. One rule
 * is for all: that of Windows where one of them has it (L15432, L46727).
 */
export const resetPasswords = verb(
  [changeGuests, guestSystems],
  async (context: WriteContext, asked: PasswordAsked, ruled: PasswordRule): Promise<void> => {
    const { InstanceIds: keys, Password: password, UserName: user, ForceStop } = asked;
    const { region } = context;
    const systems = await guestSystems(context, { keys, region });
    const windows = systems.some(({ isWindows }) => isWindows);
    const refused = ruled(password, { windows, userName: user ?? ADMINISTRATOR });
    if (refused !== undefined) throw refused;
    await changeGuests(context, {
      keys,
      region,
      operation: 'reset-password',
      wish: user === undefined ? {} : { user },
      password,
      running: ForceStop === true ? 'stop-and-start' : 'refuse',
      mode: 'soft-then-hard',
      refusesWithoutCharge: true,
    });
  },
);
