import { giveOrdinaryAddress, takeOrdinaryAddress } from '../elastic-address/ordinary.ts';
import type { Scope } from '../scope.ts';
import { doneAtOnce } from './begin.ts';
import { changeInstance } from './change.ts';
import type { Instance, InternetAccess } from './instance.ts';

export interface BandwidthSetting {
  readonly internet: InternetAccess;
  /** What becomes of its ordinary public address: given where it has none, or taken back. */
  readonly address: 'give' | 'take' | 'keep';
}

/**
 * Sets how an instance reaches the internet, which is checked by then. A public address is for what
 * has bandwidth, so an ordinary one comes and goes with it; an elastic one stays.
 * @throws instance.publicAddressesExhausted
 */
export async function setBandwidth(
  scope: Scope,
  instance: Instance,
  { internet, address }: BandwidthSetting,
): Promise<void> {
  await changeInstance(scope.db, instance, {
    internet,
    operation: doneAtOnce(scope, 'change-bandwidth'),
  });
  if (address === 'take') await takeOrdinaryAddress(scope.db, instance);
  if (address === 'give' && instance.publicAddress === null) {
    await giveOrdinaryAddress(scope, instance);
  }
}
