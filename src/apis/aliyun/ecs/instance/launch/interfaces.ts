import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { LaunchInterface, LaunchInterfaces } from '#resources/instance/launch-request.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import {
  addressesAsked,
  ipv6Asked,
  ownOf,
  requireTexts,
} from '../../network-interface/interface-fields.ts';
import type { RunAsked } from './run-fields.ts';

type Asked = Pick<
  RunAsked,
  'NetworkInterface' | 'Amount' | 'PrivateIpAddress' | 'Ipv6Address' | 'Ipv6AddressCount'
>;
type InterfaceAsked = NonNullable<RunAsked['NetworkInterface']>[number];

/** What is said of interfaces besides where the primary one is (today's SDK). @throws Fault */
export function launchInterfaces(asked: Asked): LaunchInterfaces | undefined {
  const { NetworkInterface: all = [], Amount } = asked;
  const primary = all.find((one) => one.InstanceType === 'Primary');
  const others = all.filter((one) => one.InstanceType !== 'Primary');
  for (const one of others) refuseSecondary(one);
  const hasAddress = (primary?.PrimaryIpAddress ?? asked.PrivateIpAddress) !== undefined;
  if (Amount > 1 && others.some((one) => one.PrimaryIpAddress !== undefined)) {
    throw (
      hasAddress ? launchFaults.interfaceAddressBeside : launchFaults.interfaceAddressForOne
    )();
  }
  if (Amount > 1 && others.some((one) => one.NetworkInterfaceId !== undefined)) {
    const message = 'NetworkInterface.N.NetworkInterfaceId is for one instance.';
    throw launchFaults.interfacesConflict({ message });
  }
  const found = {
    addressCount: primary?.SecondaryPrivateIpAddressCount ?? 0,
    ipv6: primaryIpv6(asked, primary),
    others: others.map(otherInterface),
  };
  const { addressCount, ipv6 } = found;
  const isPlain = addressCount + ipv6.count + ipv6.addresses.length + others.length === 0;
  return isPlain ? undefined : found;
}

/** IPv6 addresses are of the primary interface alone. */
function refuseSecondary(one: InterfaceAsked): void {
  if (one.Ipv6Address === undefined && one.Ipv6AddressCount === undefined) return;
  const message = 'IPv6 addresses are given to the primary NetworkInterface alone.';
  throw launchFaults.interfacesConflict({ message });
}

/** It is said in one way of four, and named addresses are for one instance. */
function primaryIpv6(asked: Asked, primary: InterfaceAsked | undefined) {
  const ways = [
    asked.Ipv6Address,
    asked.Ipv6AddressCount,
    primary?.Ipv6Address,
    primary?.Ipv6AddressCount,
  ];
  const named = asked.Ipv6Address ?? primary?.Ipv6Address ?? [];
  if (ways.filter((way) => way !== undefined).length > 1) {
    const message = 'Give one of Ipv6Address, Ipv6AddressCount and those of NetworkInterface.N.';
    throw launchFaults.interfacesConflict({ message });
  }
  if (named.length > 0 && asked.Amount > 1) {
    const message = 'Ipv6Address is for one instance: give Ipv6AddressCount.';
    throw launchFaults.interfacesConflict({ message });
  }
  const count = asked.Ipv6AddressCount ?? primary?.Ipv6AddressCount ?? 0;
  return { addresses: ipv6Asked(named), count };
}

function otherInterface(one: InterfaceAsked): LaunchInterface {
  const { NetworkInterfaceId: existing, PrimaryIpAddress: text, SecurityGroupId: group } = one;
  if (existing !== undefined) return { existing };
  const { NetworkInterfaceName: name = null, Description: description = null } = one;
  requireTexts(name ?? undefined, description ?? undefined);
  if (one.NetworkInterfaceTrafficMode === 'HighPerformance') {
    throw networkInterfaceFaults.kindNotHere();
  }
  const groups = group === undefined ? one.SecurityGroupIds : [group];
  const [address] = addressesAsked(text === undefined ? [] : [text]);
  return {
    subnet: one.VSwitchId ?? null,
    groups: groups === undefined ? null : [...new Set(groups)],
    address: address?.address,
    count: one.SecondaryPrivateIpAddressCount ?? 0,
    name,
    description,
    deleteWithInstance: one.DeleteOnRelease,
    own: { ...ownOf({ QueueNumber: one.QueueNumber, SourceDestCheck: one.SourceDestCheck }) },
  };
}
