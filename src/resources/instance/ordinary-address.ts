import type { Tx } from '#store/store.ts';
import { returnPublicAddresses, takePublicAddresses } from '../address/public.ts';
import type { Scope } from '../scope.ts';
import { changeInstance } from './change.ts';
import { instanceFaults } from './faults.ts';
import type { Instance } from './instance.ts';

/**
 * Gives an instance that has none a public address of its own, without a life besides it.
 * @throws instance.publicAddressesExhausted
 */
export async function giveOrdinaryAddress(scope: Scope, instance: Instance): Promise<number> {
  const [address] =
    (await takePublicAddresses(scope, [{ kind: 'instance', key: instance.key }])) ?? [];
  if (address === undefined) throw instanceFaults.publicAddressesExhausted();
  await changeInstance(scope.db, instance, { publicAddress: address });
  return address;
}

/** Takes it back; false where there is none. */
export async function takeOrdinaryAddress(
  { db }: { readonly db: Tx },
  instance: Instance,
): Promise<boolean> {
  if (instance.publicAddress === null) return false;
  await returnPublicAddresses({ db }, [instance.publicAddress]);
  await changeInstance(db, instance, { publicAddress: null });
  return true;
}
