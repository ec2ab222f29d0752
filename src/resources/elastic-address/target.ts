import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../instance/faults.ts';
import type { Instance } from '../instance/instance.ts';
import { requireInstances } from '../instance/require.ts';
import { addressesOfOne } from '../network-interface/addresses.ts';
import { networkInterfaceFaults } from '../network-interface/faults.ts';
import { requireInterface } from '../network-interface/require.ts';
import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import type { AddressHolder, ElasticAddress } from './elastic-address.ts';
import { elasticAddressFaults } from './faults.ts';
import { addressesOf } from './require.ts';

/** What an address is to be bound to: an instance, or a private address of an interface. */
export type AddressTarget =
  | { readonly instance: Key<'instance'> }
  | {
      readonly interface: Key<'network-interface'>;
      /** Its primary one where it is left out. */
      readonly privateAddress?: number | undefined;
    };

export interface ResolvedTarget {
  readonly holder: AddressHolder;
  /** Where it is the primary private address of an instance. */
  readonly instance: Instance | null;
}

/**
 * What is meant by a target. The primary address of a primary interface is the instance itself,
 * whichever way it is named (seed 004 L48491).
 */
export const resolveTarget = verb(
  [
    instanceFaults.notFound,
    networkInterfaceFaults.notFound,
    elasticAddressFaults.noSuchPrivateAddress,
    elasticAddressFaults.holderWrongState,
  ],
  async (
    scope: ReadScope,
    { target, region }: { readonly target: AddressTarget; readonly region: string | null },
  ): Promise<ResolvedTarget> => {
    if ('instance' in target) {
      const [instance] = await requireInstances(scope, [target.instance], region);
      if (instance === undefined) throw instanceFaults.notFound({ instance: target.instance });
      return ofInstance(instance);
    }
    const { interface: key, privateAddress } = target;
    const one = await requireInterface(scope, key, region);
    const address = privateAddress ?? one.address;
    if (one.isPrimary && one.instance !== null && address === one.address) {
      const [instance] = await requireInstances(scope, [one.instance], region);
      if (instance !== undefined) return ofInstance(instance);
    }
    const held = await addressesOfOne(scope.db, one);
    if (!held.some((its) => its.address === address)) {
      throw elasticAddressFaults.noSuchPrivateAddress();
    }
    const holder = { kind: 'network-interface', key, privateAddress: address } as const;
    return { holder, instance: null };
  },
);

/** @throws elastic-address.holderWrongState where its machine is not there, or in between */
function ofInstance(instance: Instance): ResolvedTarget {
  const { key, state } = instance;
  if (state !== 'running' && state !== 'stopped') {
    throw elasticAddressFaults.holderWrongState({ instance: key, state });
  }
  return { holder: { kind: 'instance', key }, instance };
}

/**
 * What is bound to a target. @throws elastic-address.noSuchPrivateAddress where nothing is, or as
 * `resolveTarget`
 */
export async function addressAt(
  scope: ReadScope,
  at: { readonly target: AddressTarget; readonly region: string | null },
): Promise<ElasticAddress> {
  const { holder } = await resolveTarget(scope, at);
  const there = (await addressesOf(scope.db, holder.kind, [holder.key])).get(holder.key) ?? [];
  const found = there.find((one) => isSameHolder(one.holder, holder));
  if (found === undefined) throw elasticAddressFaults.noSuchPrivateAddress();
  return found;
}

/** Whether two places are one. */
export function isSameHolder(one: AddressHolder | null, other: AddressHolder): boolean {
  if (one?.kind !== other.kind || one.key !== other.key) return false;
  if (!('privateAddress' in one) || !('privateAddress' in other)) return true;
  return one.privateAddress === other.privateAddress;
}
