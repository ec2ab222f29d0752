import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { changeAddress } from '../../elastic-address/change.ts';
import type { AddressInternet, ElasticAddress } from '../../elastic-address/elastic-address.ts';
import { addressesThere } from '../../elastic-address/require.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { BandwidthPackage } from '../bandwidth-package.ts';
import { bandwidthPackageFaults } from '../faults.ts';
import { membersOf } from '../usage.ts';
import { type PackageNamed, requirePackage } from './list-packages.ts';

export interface MembersChange extends PackageNamed {
  readonly addresses: ReadonlyArray<Key<'elastic-address'>>;
  /** How they are charged from then on, and how much they have; as before where it is left out. */
  readonly internet?: Partial<AddressInternet>;
  /** Refuses the package. */
  readonly check?: (found: BandwidthPackage) => void;
}

/** Refuses a package that is to have so many addresses more, if they do not go into it. */
export const requireRoom = verb(
  [bandwidthPackageFaults.protocolApart, bandwidthPackageFaults.tooManyAddresses],
  async (scope: Scope, found: BandwidthPackage, count: number): Promise<void> => {
    if (found.protocol !== 'ipv4') throw bandwidthPackageFaults.protocolApart();
    const before = (await membersOf(scope.db, [found.key])).get(found.key) ?? [];
    const limit = await limitOf(scope, 'addressesPerBandwidthPackageMax');
    if (before.length + count <= limit) return;
    throw bandwidthPackageFaults.tooManyAddresses({ limit });
  },
);

/** Puts elastic addresses into a package, all of them or none. */
export const addMembers = verb(
  [
    requirePackage,
    requireRoom,
    bandwidthPackageFaults.addressNotFound,
    bandwidthPackageFaults.addressTaken,
    bandwidthPackageFaults.addressPrepaid,
    bandwidthPackageFaults.addressOrdinary,
    bandwidthPackageFaults.protocolApart,
  ],
  async (scope: Scope, request: MembersChange): Promise<void> => {
    const { db } = scope;
    const found = await requirePackage(scope, request);
    request.check?.(found);
    if (found.protocol !== 'ipv4') throw bandwidthPackageFaults.protocolApart();
    const addresses = await requireElastic(scope, request);
    for (const { key, package: of, prepaid } of addresses) {
      const named = { 'elastic-address': key };
      if (of !== null) throw bandwidthPackageFaults.addressTaken(named);
      if (prepaid !== null) throw bandwidthPackageFaults.addressPrepaid(named);
    }
    await requireRoom(scope, found, addresses.length);
    for (const address of addresses) {
      const internet = internetAfter(address, request);
      await changeAddress(db, address, { package: found.key, internet });
    }
  },
);

/** Takes elastic addresses out of a package, all of them or none. */
export const removeMembers = verb(
  [
    requirePackage,
    bandwidthPackageFaults.addressNotFound,
    bandwidthPackageFaults.addressAbsent,
    bandwidthPackageFaults.addressOrdinary,
  ],
  async (scope: Scope, request: MembersChange): Promise<void> => {
    const found = await requirePackage(scope, request);
    const addresses = await requireElastic(scope, request);
    for (const { key, package: of } of addresses) {
      if (of === found.key) continue;
      throw bandwidthPackageFaults.addressAbsent({ 'elastic-address': key });
    }
    await takeOut(scope.db, addresses, request.internet);
  },
);

/** Takes addresses out of the package that they are in. */
export async function takeOut(
  tx: Tx,
  addresses: readonly ElasticAddress[],
  asked: MembersChange['internet'] = {},
): Promise<void> {
  for (const address of addresses) {
    const internet = internetAfter(address, { internet: asked });
    // A package that pays no more leaves the traffic to be paid.
    const isOpen = internet?.chargeType === 'bandwidth-package';
    const after = isOpen ? { ...internet, chargeType: 'traffic' as const } : internet;
    await changeAddress(tx, address, { package: null, internet: after });
  }
}

async function requireElastic(
  scope: Scope,
  { addresses: keys, region }: MembersChange,
): Promise<readonly ElasticAddress[]> {
  const there = await addressesThere(scope, keys, region);
  return [...new Set(keys)].map((key) => {
    const address = there.get(key);
    const named = { 'elastic-address': key };
    if (address === undefined) throw bandwidthPackageFaults.addressNotFound(named);
    if (address.kind === 'ordinary') throw bandwidthPackageFaults.addressOrdinary(named);
    return address;
  });
}

function internetAfter(
  { internet }: ElasticAddress,
  { internet: asked = {} }: Pick<MembersChange, 'internet'>,
): AddressInternet | null {
  return internet === null ? null : { ...internet, ...asked };
}
