import { guestChangeOf, knownOfGuest } from '../guest.ts';
import type { GuestWish } from '../guest.ts';
import { restoreKeyPairs } from '../../key-pair/links.ts';
import { machineOf } from '../machine.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface ChangeGuestInput extends MachineWorkInput {
  /** Passwords in it are sealed. */
  readonly wish: GuestWish;
  /** The key pairs that opened it before, for a change that fails. */
  readonly keyPairsBefore: readonly string[];
}

/** Changes the guest of an instance. */
export const changeGuestWorkflow = machineWork<ChangeGuestInput>({
  kind: 'instance.change-guest',
  async ask({ services, input: { wish }, beganAt, now }, { instance }) {
    const source = await services.sourceOf(instance.image);
    const wanted = guestChangeOf(wish, source?.loginUser);
    return services.driver.configure(machineOf(instance), wanted, { beganAt, now });
  },
  async over(tx, { input: { key, wish, keyPairsBefore } }, { instance, isDone }) {
    if (isDone) return knownOfGuest(instance, wish);
    if (wish.keyPairs !== undefined) await restoreKeyPairs(tx, key, keyPairsBefore);
    return {};
  },
});
