import type { GuestChange } from '#drivers/driver.ts';
import type { InstanceChange } from './change.ts';
import type { Instance } from './instance.ts';

/** What of an instance's guest its owner wants different; what is left out stays as it is. */
export interface GuestWish {
  readonly hostName?: string;
  readonly sealedPassword?: string;
  /** Whose password it is; the user that the image has for it where that is left out. */
  readonly user?: string;
  /** All key pairs that are to open the guest; the instance shows them from the start. */
  readonly keyPairs?: ReadonlyArray<{ readonly key: string; readonly publicKey: string }>;
  /** Whether the password opens it; one that does not is kept for later. */
  readonly passwordLogin?: boolean;
}

/** The same for the driver. `loginUser` is the user of the image. */
export function guestChangeOf(wish: GuestWish, loginUser: string | undefined): GuestChange {
  const { keyPairs, user = loginUser, ...alike } = wish;
  return {
    ...alike,
    ...(user === undefined ? {} : { user }),
    ...(keyPairs === undefined ? {} : { publicKeys: keyPairs.map(({ publicKey }) => publicKey) }),
  };
}

/** What is known of an instance when its guest has become as it was wanted. */
export function knownOfGuest({ login }: Instance, wish: GuestWish): InstanceChange {
  const { hostName, sealedPassword } = wish;
  return {
    ...(hostName === undefined ? {} : { hostName }),
    ...(sealedPassword === undefined ? {} : { login: { ...login, password: sealedPassword } }),
  };
}
