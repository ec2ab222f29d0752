import type { Key } from '#kernel/key.ts';
import { addAddresses } from '../network-interface/addresses.ts';
import { changeInterfaceRow } from '../network-interface/change.ts';
import { networkInterfaceFaults } from '../network-interface/faults.ts';
import { giveIpv6 } from '../network-interface/give-ipv6.ts';
import { interfaceLimitsOf } from '../network-interface/limits.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import {
  requireInterface,
  requireInterfaceState,
  requireSecondary,
} from '../network-interface/require.ts';
import { requireSeveral } from '../network-interface/verbs/change-addresses.ts';
import { createInterface } from '../network-interface/verbs/create-interface.ts';
import type { Scope } from '../scope.ts';
import { takeSubnetAddresses } from '../subnet/take-addresses.ts';
import { verb } from '../verb.ts';
import type { NewlyMade } from './instance-row.ts';
import type { LaunchInterface, LaunchInterfaces } from './launch-request.ts';
import { linksOf } from './links.ts';

type Groups = ReadonlyArray<Key<'security-group'>>;
type Made = Pick<
  NewlyMade,
  'key' | 'type' | 'region' | 'zone' | 'vpc' | 'subnet' | 'resourceGroup'
>;

/**
 * Gives new instances what their launch says of their interfaces: further addresses of the primary
 * one, and others, which a workflow attaches once there are machines. Answers the keys of those.
 */
export const addLaunchInterfaces = verb(
  [
    createInterface,
    giveIpv6,
    takeSubnetAddresses,
    networkInterfaceFaults.notFound,
    networkInterfaceFaults.isPrimary,
    networkInterfaceFaults.inProgress,
    networkInterfaceFaults.wrongState,
    networkInterfaceFaults.tooManyAttached,
    networkInterfaceFaults.tooManyAddresses,
    networkInterfaceFaults.vpcMismatch,
    networkInterfaceFaults.zoneMismatch,
  ],
  async (
    scope: Scope,
    asked: LaunchInterfaces,
    instances: readonly Made[],
  ): Promise<ReadonlyArray<Key<'network-interface'>>> => {
    const keys: Array<Key<'network-interface'>> = [];
    for (const instance of instances) {
      await growPrimary(scope, instance, asked);
      const { interfacesMax: limit } = interfaceLimitsOf(scope, instance);
      if (1 + asked.others.length > limit) {
        throw networkInterfaceFaults.tooManyAttached({ instance: instance.key, limit });
      }
      const groups = (await linksOf(scope.db, [instance.key]))(instance.key).securityGroups;
      for (const [at, other] of asked.others.entries()) {
        const one = await interfaceOf(scope, other, { instance, groups });
        await beginAttach(scope, one, { instance, index: at + 1 });
        keys.push(one.key);
      }
    }
    return keys;
  },
);

async function growPrimary(scope: Scope, instance: Made, asked: LaunchInterfaces): Promise<void> {
  const { key, subnet, region } = instance;
  const { addressesMax: limit, ipv6Max } = interfaceLimitsOf(scope, instance);
  const { addressCount: count, ipv6 } = asked;
  if (count > 0) {
    requireSeveral(scope);
    if (1 + count > limit) throw networkInterfaceFaults.tooManyAddresses({ limit });
    const taken = await takeSubnetAddresses(scope, subnet, { named: [], count });
    const added = taken.map((address) => ({ address }));
    await addAddresses(scope.db, { key: String(key), subnet }, added);
  }
  const holder = { key: String(key), subnet, region, instance: key };
  await giveIpv6(scope, holder, { ...ipv6, ipv6Max });
}

async function interfaceOf(
  scope: Scope,
  asked: LaunchInterface,
  { instance, groups }: { readonly instance: Made; readonly groups: Groups },
): Promise<NetworkInterface> {
  const { region } = instance;
  if ('existing' in asked) {
    const one = await requireInterface(scope, asked.existing, region);
    requireSecondary(one);
    requireInterfaceState(one, 'available');
    return one;
  }
  const { address, subnet, groups: named, ...given } = asked;
  const { addressesMax } = interfaceLimitsOf(scope, instance);
  const key = await createInterface(scope, {
    ...given,
    region,
    addressesMax,
    subnet: subnet ?? instance.subnet,
    groups: named ?? groups,
    primary: address === undefined ? undefined : { address },
    resourceGroup: instance.resourceGroup,
  });
  return requireInterface(scope, key, region);
}

async function beginAttach(
  { db, now, requestId: request }: Scope,
  one: NetworkInterface,
  { instance, index }: { readonly instance: Made; readonly index: number },
): Promise<void> {
  const detail = { 'network-interface': one.key, instance: instance.key };
  if (one.vpc !== instance.vpc) throw networkInterfaceFaults.vpcMismatch(detail);
  if (one.zone !== instance.zone) throw networkInterfaceFaults.zoneMismatch(detail);
  await changeInterfaceRow(db, one, {
    state: 'attaching',
    instance: instance.key,
    deviceIndex: index,
    generation: one.generation + 1,
    operation: { action: 'attach', state: 'operating', request, at: now },
  });
}
