import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../instance/faults.ts';
import type { Instance } from '../instance/instance.ts';
import { requireInstances } from '../instance/require.ts';
import { networkInterfaceFaults } from '../network-interface/faults.ts';
import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import type { AddressHolder } from './elastic-address.ts';
import { elasticAddressFaults } from './faults.ts';

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
    const [instance] = await requireInstances(scope, [key], region).catch(() => []);
    if (instance === undefined) throw networkInterfaceFaults.notFound({ 'network-interface': key });
    if (privateAddress === undefined || privateAddress === instance.privateAddress) {
      return ofInstance(instance);
    }
    throw elasticAddressFaults.noSuchPrivateAddress();
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
