import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { setPublicAddress } from '../instance/public-address.ts';
import { instanceFaults } from '../instance/faults.ts';
import type { Instance } from '../instance/instance.ts';
import type { Scope } from '../scope.ts';
import type { ElasticAddress } from './elastic-address.ts';
import { elasticAddressOf, newAddressRowOf, plainAddress } from './row.ts';
import { takePublicAddresses } from './pool.ts';
import { deleteAddresses } from './remove.ts';
import { addressesHeldBy } from './table.ts';

/** Which instances an ordinary address is made for. */
interface Launched {
  readonly region: string;
  readonly keys: ReadonlyArray<Key<'instance'>>;
}

/**
 * An ordinary address for each new instance, in their order; the instances are written by who asks.
 * @throws instance.publicAddressesExhausted
 */
export async function ordinaryAddresses(
  scope: Scope,
  { region, keys }: Launched,
): Promise<readonly number[]> {
  // Before anything is made: machines that are given none are short of them.
  const message = keys.length === 0 ? undefined : scope.cloud.supply.lacks('elastic-address');
  if (message !== undefined) throw instanceFaults.publicAddressesExhausted({ message });
  const addresses = await takePublicAddresses(scope, keys.length);
  if (addresses === undefined) throw instanceFaults.publicAddressesExhausted();
  const { account, now } = scope;
  const rows = keys.map((key, index) =>
    newAddressRowOf({
      ...plainAddress,
      key: key as string,
      account,
      region,
      address: addresses[index] ?? 0,
      kind: 'ordinary',
      holder: { kind: 'instance', key },
      boundAt: now,
      createdAt: now,
    }),
  );
  await scope.db.insert('elastic_addresses', rows);
  return addresses;
}

/**
 * Gives an instance that has none an ordinary address, and answers it.
 * @throws instance.publicAddressesExhausted
 */
export async function giveOrdinaryAddress(
  scope: Scope,
  { key, region }: Pick<Instance, 'key' | 'region'>,
): Promise<number> {
  const [address = 0] = await ordinaryAddresses(scope, { region, keys: [key] });
  await setPublicAddress(scope.db, key, address);
  return address;
}

/** Takes the ordinary address of an instance; false where it has none, or an elastic one. */
export async function takeOrdinaryAddress(
  tx: Tx,
  { key }: Pick<Instance, 'key'>,
): Promise<boolean> {
  const address = await ordinaryOf(tx, key);
  if (address === undefined) return false;
  await deleteAddresses(tx, [address]);
  await setPublicAddress(tx, key, null);
  return true;
}

/** The ordinary address of an instance, if it has one. */
export async function ordinaryOf(
  reader: Reader,
  instance: Key<'instance'>,
): Promise<ElasticAddress | undefined> {
  const rows = await reader.all(addressesHeldBy, { kinds: ['instance'], holders: [instance] });
  return rows.map(elasticAddressOf).find(({ kind }) => kind === 'ordinary');
}
