import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../instance/faults.ts';
import type { Instance } from '../instance/instance.ts';
import { requireInstances } from '../instance/require.ts';
import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { addressesOfOne } from './addresses.ts';
import { interfacesOfInstances } from './by-keys.ts';
import { networkInterfaceFaults } from './faults.ts';
import { interfaceLimitsOf } from './limits.ts';
import type { NetworkInterface } from './network-interface.ts';

/** Where an interface can be attached. */
export interface InterfacePlace {
  readonly instance: Instance;
  /** The first place that is free. */
  readonly index: number;
}

/** An instance in the zone and the network of an interface that has room for it. */
export const requireAttachable = verb(
  [
    instanceFaults.notFound,
    networkInterfaceFaults.instanceWrongState,
    networkInterfaceFaults.vpcMismatch,
    networkInterfaceFaults.zoneMismatch,
    networkInterfaceFaults.tooManyAttached,
    networkInterfaceFaults.tooManyAddresses,
    networkInterfaceFaults.notSupportedHere,
  ],
  async (
    scope: ReadScope,
    one: NetworkInterface,
    key: Key<'instance'>,
  ): Promise<InterfacePlace> => {
    const message = scope.cloud.supply.lacks('interfaces');
    if (message !== undefined) throw networkInterfaceFaults.notSupportedHere({ message });
    const [instance] = await requireInstances(scope, [key], one.region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    requireSettled(instance);
    const detail = { 'network-interface': one.key, instance: key };
    if (instance.vpc !== one.vpc) throw networkInterfaceFaults.vpcMismatch(detail);
    if (instance.zone !== one.zone) throw networkInterfaceFaults.zoneMismatch(detail);
    const limits = interfaceLimitsOf(scope, instance);
    const others = (await interfacesOfInstances(scope.db, [key])).get(key) ?? [];
    if (others.length >= limits.interfacesMax) {
      throw networkInterfaceFaults.tooManyAttached({ ...detail, limit: limits.interfacesMax });
    }
    const addresses = await addressesOfOne(scope.db, one);
    if (addresses.length > limits.addressesMax) {
      throw networkInterfaceFaults.tooManyAddresses({ ...detail, limit: limits.addressesMax });
    }
    const taken = new Set(others.map(({ deviceIndex }) => deviceIndex));
    let index = 1;
    while (taken.has(index)) index += 1;
    return { instance, index };
  },
);

/**
 * Interfaces come and go while a machine runs or stands still, and there has to be one.
 * @throws network-interface.instanceWrongState
 */
export function requireSettled({ key, state, fault }: Instance): void {
  if ((state === 'running' || state === 'stopped') && fault === null) return;
  throw networkInterfaceFaults.instanceWrongState({ instance: key, state });
}
