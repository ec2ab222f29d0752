import type { Key } from '#kernel/key.ts';
import { returnAddresses } from '../../address/range.ts';
import { changeAddress } from '../../elastic-address/change.ts';
import { releaseHolder } from '../../elastic-address/hold.ts';
import { addressesOf } from '../../elastic-address/require.ts';
import { findInstance } from '../../instance/usage.ts';
import type { Scope } from '../../scope.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
import { verb } from '../../verb.ts';
import { addAddresses, addressesOfOne, nextPosition, type NewAddress } from '../addresses.ts';
import { changeInterfaceRow } from '../change.ts';
import { interfaceOperation } from '../done-at-once.ts';
import { networkInterfaceFaults } from '../faults.ts';
import { interfaceLimitsOf } from '../limits.ts';
import type { AddressQuality, HeldAddress, NetworkInterface } from '../network-interface.ts';
import { requireInterface, requireInterfaceState } from '../require.ts';
import { changeNote, deleteAddresses, moveAddressRow } from '../table.ts';
import type { InterfaceRequest } from './delete-interface.ts';

export interface AddressesAssigned extends InterfaceRequest {
  readonly addresses?: readonly NewAddress[];
  /** How many more, whichever are free. */
  readonly count?: number;
  /** Of those that are not named. */
  readonly quality?: AddressQuality;
  /** How many addresses one may have that is attached to no instance. */
  readonly addressesMax: number;
}

/** Gives an interface more addresses of its subnet. Answers those. */
export const assignAddresses = verb(
  [
    networkInterfaceFaults.notFound,
    networkInterfaceFaults.wrongState,
    networkInterfaceFaults.inProgress,
    networkInterfaceFaults.tooManyAddresses,
    networkInterfaceFaults.notSupportedHere,
    takeSubnetAddresses,
  ],
  async (scope: Scope, request: AddressesAssigned): Promise<readonly HeldAddress[]> => {
    const { interface: key, region, addresses = [], count = 0, quality = null } = request;
    const one = await requireInterface(scope, key, region);
    requireInterfaceState(one, 'available', 'in-use');
    requireSeveral(scope);
    await requireAddressRoom(scope, one, { ...request, count: addresses.length + count });
    const named = addresses.map(({ address }) => address);
    const taken = await takeSubnetAddresses(scope, one.subnet, { named, count });
    const free = taken.slice(named.length).map((address): NewAddress => ({ address, quality }));
    const added = [...addresses, ...free];
    await addAddresses(scope.db, one, added);
    await changeInterfaceRow(scope.db, one, { operation: interfaceOperation(scope, 'assign') });
    return added.map(({ address, note = null, quality: of = null }) => ({
      address,
      isPrimary: false,
      note,
      quality: of,
    }));
  },
);

export interface AddressesOfInterface extends InterfaceRequest {
  readonly addresses: readonly number[];
}

/** Takes addresses from an interface, never its first one; what is bound to them is free. */
export const unassignAddresses = verb(
  [
    networkInterfaceFaults.notFound,
    networkInterfaceFaults.wrongState,
    networkInterfaceFaults.inProgress,
    networkInterfaceFaults.addressNotFound,
    networkInterfaceFaults.addressIsPrimary,
  ],
  async (scope: Scope, request: AddressesOfInterface): Promise<void> => {
    const { interface: key, region } = request;
    const addresses = [...new Set(request.addresses)];
    const one = await requireInterface(scope, key, region);
    requireInterfaceState(one, 'available', 'in-use');
    await requireOthers(scope, one, addresses);
    for (const privateAddress of addresses) {
      const { now } = scope;
      await releaseHolder(scope.db, { kind: 'network-interface', key, privateAddress, now });
    }
    await scope.db.run(deleteAddresses, { key, addresses });
    await returnAddresses(scope.db, one.subnet, addresses);
    await changeInterfaceRow(scope.db, one, { operation: interfaceOperation(scope, 'unassign') });
  },
);

export interface AddressMove {
  readonly from: Key<'network-interface'>;
  readonly to: Key<'network-interface'>;
  readonly address: number;
  readonly region: string | null;
  readonly addressesMax: number;
}

/**
 * Gives an address of one interface, not its first one, to another of the same subnet. What is
 * bound to it goes with it.
 */
export const moveAddress = verb(
  [assignAddresses, unassignAddresses, networkInterfaceFaults.subnetMismatch],
  async (scope: Scope, { from, to, address, region, addressesMax }: AddressMove): Promise<void> => {
    const source = await requireInterface(scope, from, region);
    const target = await requireInterface(scope, to, region);
    for (const one of [source, target]) requireInterfaceState(one, 'available', 'in-use');
    await requireOthers(scope, source, [address]);
    if (source.subnet !== target.subnet || from === to) {
      throw networkInterfaceFaults.subnetMismatch({ 'network-interface': to });
    }
    requireSeveral(scope);
    await requireAddressRoom(scope, target, { addressesMax, count: 1 });
    const position = await nextPosition(scope.db, to);
    await scope.db.run(moveAddressRow, { address, from, to, position });
    const kind = 'network-interface';
    for (const bound of (await addressesOf(scope.db, kind, [from])).get(from) ?? []) {
      if (bound.holder?.kind !== kind || bound.holder.privateAddress !== address) continue;
      await changeAddress(scope.db, bound, { holder: { kind, key: to, privateAddress: address } });
    }
    const operation = interfaceOperation(scope, 'assign');
    await changeInterfaceRow(scope.db, source, { operation });
    await changeInterfaceRow(scope.db, target, { operation });
  },
);

export interface NotesChanged extends InterfaceRequest {
  /** What is said of addresses of the interface. */
  readonly notes: ReadonlyArray<{ readonly address: number; readonly note: string | null }>;
}

/** Changes what is said of addresses. */
export const noteAddresses = verb(
  [
    networkInterfaceFaults.notFound,
    networkInterfaceFaults.wrongState,
    networkInterfaceFaults.inProgress,
    networkInterfaceFaults.addressNotFound,
  ],
  async (scope: Scope, { interface: key, region, notes }: NotesChanged): Promise<void> => {
    const one = await requireInterface(scope, key, region);
    requireInterfaceState(one, 'available', 'in-use');
    const held = (await addressesOfOne(scope.db, one)).map(({ address }) => address);
    for (const { address } of notes) {
      if (held.includes(address)) continue;
      throw networkInterfaceFaults.addressNotFound({ 'network-interface': key, address });
    }
    for (const each of notes) await scope.db.run(changeNote, { key, ...each });
    const first = notes.findLast(({ address }) => address === one.address);
    await changeInterfaceRow(scope.db, one, {
      ...(first !== undefined && { note: first.note }),
      operation: interfaceOperation(scope, 'change'),
    });
  },
);

/** @throws network-interface.notSupportedHere where interfaces have one address each */
export function requireSeveral({ cloud }: Scope): void {
  const message = cloud.supply.lacks('secondary-addresses');
  if (message !== undefined) throw networkInterfaceFaults.notSupportedHere({ message });
}

/** @throws network-interface.addressNotFound, or addressIsPrimary, for the first that is not so */
async function requireOthers(
  scope: Scope,
  one: NetworkInterface,
  addresses: readonly number[],
): Promise<void> {
  const held = (await addressesOfOne(scope.db, one)).map(({ address }) => address);
  for (const address of addresses) {
    const detail = { 'network-interface': one.key, address };
    if (!held.includes(address)) throw networkInterfaceFaults.addressNotFound(detail);
    if (address === one.address) throw networkInterfaceFaults.addressIsPrimary(detail);
  }
}

/** One that is attached may have as many as the type of its instance allows. */
async function requireAddressRoom(
  scope: Scope,
  one: NetworkInterface,
  { addressesMax, count }: { readonly addressesMax: number; readonly count: number },
): Promise<void> {
  const instance = await findInstance(scope.db, one.instance);
  // While its instance moves to another subnet it gets no more addresses of the old one.
  if (instance?.operation === 'change-network' && instance.operationState === 'operating') {
    throw networkInterfaceFaults.inProgress({ 'network-interface': one.key });
  }
  const limit = instance === null ? addressesMax : interfaceLimitsOf(scope, instance).addressesMax;
  const held = await addressesOfOne(scope.db, one);
  if (held.length + count <= limit) return;
  throw networkInterfaceFaults.tooManyAddresses({ 'network-interface': one.key, limit });
}
