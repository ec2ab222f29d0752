import type { Key } from '#kernel/key.ts';
import { standsIn } from '../../ha-vip/members.ts';
import { addressesOf } from '../../network-interface/addresses.ts';
import { interfacesOfInstances } from '../../network-interface/by-keys.ts';
import { haveIpv6 } from '../../network-interface/ipv6.ts';
import { keepForInterface } from '../../network-interface/readdress.ts';
import type { Scope } from '../../scope.ts';
import { requireSecurityGroups } from '../../security-group/verbs/require-security-groups.ts';
import type { NetworkPlace } from '../../subnet/subnet.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
import { resolveSubnet } from '../../subnet/verbs/resolve-subnet.ts';
import { verb } from '../../verb.ts';
import { begin } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import { setSecurityGroups } from '../groups.ts';
import type { Instance } from '../instance.ts';
import { linksOf } from '../links.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import { readdressWorkflow } from '../workflows/readdress.ts';

export interface Readdressing {
  readonly keys: ReadonlyArray<Key<'instance'>>;
  readonly region: string;
  /** That they are in as it is where it is left out. */
  readonly vpc?: Key<'vpc'> | undefined;
  readonly subnet: Key<'subnet'>;
  /** One for each instance, in their order; empty: any. */
  readonly addresses: readonly number[];
  /** In place of the groups that they are in. */
  readonly groups?: ReadonlyArray<Key<'security-group'>> | undefined;
  readonly running: 'stop-and-start' | 'refuse';
  readonly keepsHostName: boolean;
  /** What the vendor alone knows of them: only what is named changes. */
  readonly own?: Readonly<Record<string, unknown>>;
  /** Whether they may come into another network. */
  readonly acrossVpcs: boolean;
}

/**
 * Gives instances other private addresses, in the subnet they are in or in another of their zone
 * (seed 004 L31350-31358): all of them, or none. Those that run are stopped for it and started
 * again.
 */
export const readdressInstances = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    instanceFaults.vpcMismatch,
    instanceFaults.hasInterfaces,
    instanceFaults.readdressNotHere,
    instanceFaults.zoneMismatch,
    resolveSubnet,
    requireSecurityGroups,
    takeSubnetAddresses,
  ],
  async (scope: Scope, request: Readdressing): Promise<void> => {
    const { keys, region, vpc, subnet, running } = request;
    const instances = await requireInstances(scope, keys, region);
    const place = await resolveSubnet(scope, { region, subnet, vpc });
    for (const instance of instances) await requireMovable(scope, instance, { request, place });
    const message = scope.cloud.supply.lacks('readdress');
    if (message !== undefined) throw instanceFaults.readdressNotHere({ message });
    const named = request.addresses;
    const count = named.length === 0 ? instances.length : 0;
    const addresses = await takeSubnetAddresses(scope, subnet, { named, count });
    for (const [at, instance] of instances.entries()) {
      const { key, state } = instance;
      const moved = { ...place, address: addresses[at] ?? 0 };
      await keepForInterface(scope.db, key, moved);
      if (request.groups !== undefined) await setSecurityGroups(scope.db, key, request.groups);
      const stops = state === 'running' && running === 'stop-and-start';
      await begin(scope, instance, {
        operation: 'change-network',
        state: stops ? 'stopping' : state,
        workflow: readdressWorkflow,
        input: {
          key,
          power: stops ? 'stop-and-start' : 'as-it-is',
          mode: 'soft-then-hard',
          place: moved,
          keepsHostName: request.keepsHostName,
          own: request.own ?? {},
        },
      });
    }
  },
);

interface Move {
  readonly request: Readdressing;
  readonly place: NetworkPlace;
}

async function requireMovable(
  scope: Scope,
  instance: Instance,
  { request, place }: Move,
): Promise<void> {
  const { key, state, stopMode, region } = instance;
  requireState(instance, 'readdress', 'change-network');
  requireIdle(instance, 'change-network');
  if (state === 'running' && request.running === 'refuse') {
    throw instanceFaults.wrongState({ instance: key, state });
  }
  if (state === 'stopped' && stopMode === 'stop-charging') {
    throw instanceFaults.stoppedWithoutCharge({ instance: key });
  }
  const { vpc, zone, subnet } = place;
  if (zone !== instance.zone) throw instanceFaults.zoneMismatch({ subnet, zone: instance.zone });
  if (vpc !== instance.vpc && !request.acrossVpcs) {
    throw instanceFaults.vpcMismatch({ instance: key, vpc });
  }
  await requireAlone(scope, instance, place);
  const kept = (await linksOf(scope.db, [key]))(key).securityGroups;
  await requireSecurityGroups(scope, request.groups ?? kept, { region, vpc });
}

/** In another subnet neither further addresses and interfaces nor HA addresses could follow. */
async function requireAlone(scope: Scope, instance: Instance, place: NetworkPlace): Promise<void> {
  const { key } = instance;
  const interfaces = (await interfacesOfInstances(scope.db, [key])).get(key) ?? [];
  const [first] = interfaces.filter(({ isPrimary }) => isPrimary);
  const addresses = first && (await addressesOf(scope.db, [first])).get(first.key);
  const isElsewhere = place.subnet !== instance.subnet;
  const hasMore =
    isElsewhere &&
    ((addresses?.length ?? 1) > 1 ||
      (first !== undefined && (await haveIpv6(scope.db, [first]))) ||
      (await standsIn(scope.db, key)));
  const isBound = interfaces.length > 1 && place.vpc !== instance.vpc;
  if (hasMore || isBound) throw instanceFaults.hasInterfaces({ instance: key });
}
