import { findInstance } from '../instance/usage.ts';
import type { Scope } from '../scope.ts';
import { subnetFaults } from '../subnet/faults.ts';
import { getSubnet } from '../subnet/verbs/get-subnet.ts';
import { verb } from '../verb.ts';
import { networkInterfaceFaults } from './faults.ts';
import { ipv6AddressesOf, takeIpv6, type HeldIpv6, type Ipv6Wanted } from './ipv6.ts';
import { interfaceLimitsOf } from './limits.ts';
import type { NetworkInterface } from './network-interface.ts';

export interface Ipv6Assigned extends Ipv6Wanted {
  /** How many addresses one may have that is attached to no instance. */
  readonly ipv6Max: number;
}

type Holder = Pick<NetworkInterface, 'key' | 'subnet' | 'region' | 'instance'>;

/** Gives an interface IPv6 addresses of the block of its subnet. Answers those. */
export const giveIpv6 = verb(
  [
    networkInterfaceFaults.inProgress,
    networkInterfaceFaults.tooManyIpv6,
    networkInterfaceFaults.ipv6InUse,
    networkInterfaceFaults.ipv6Outside,
    networkInterfaceFaults.notSupportedHere,
    subnetFaults.noIpv6,
  ],
  async (scope: Scope, one: Holder, asked: Ipv6Assigned): Promise<readonly HeldIpv6[]> => {
    const { key, subnet, region } = one;
    if (asked.addresses.length + asked.count === 0) return [];
    const message = scope.cloud.supply.lacks('ipv6-addresses');
    if (message !== undefined) throw networkInterfaceFaults.notSupportedHere({ message });
    await requireIpv6Room(scope, one, asked);
    return takeIpv6(scope, { key, subnet: await getSubnet(scope, { subnet, region }) }, asked);
  },
);

/** One that is attached may have as many as the type of its instance allows. */
async function requireIpv6Room(
  scope: Scope,
  one: Holder,
  { ipv6Max, addresses, count }: Ipv6Assigned,
): Promise<void> {
  const instance = await findInstance(scope.db, one.instance);
  // While its instance moves to another subnet it gets no more addresses of the old one.
  if (instance?.operation === 'change-network' && instance.operationState === 'operating') {
    throw networkInterfaceFaults.inProgress({ 'network-interface': one.key });
  }
  const limit = instance === null ? ipv6Max : interfaceLimitsOf(scope, instance).ipv6Max;
  const held = (await ipv6AddressesOf(scope.db, [one.key])).get(one.key) ?? [];
  if (held.length + addresses.length + count <= limit) return;
  throw networkInterfaceFaults.tooManyIpv6({ 'network-interface': one.key, limit });
}
