import {
  interfaceAddressTable,
  interfaceIpv6Table,
  interfaceSecurityGroupTable,
  networkInterfaceTable,
} from '#store/schema/network-interface.ts';
import { noun } from '../noun.ts';
import { networkInterfaceFaults } from './faults.ts';

/** A network interface: the first one of an instance, or one with a life of its own. */
export const networkInterfaceNoun = noun({
  name: 'network-interface',
  tables: {
    network_interfaces: networkInterfaceTable,
    interface_addresses: interfaceAddressTable,
    interface_ipv6_addresses: interfaceIpv6Table,
    interface_security_groups: interfaceSecurityGroupTable,
  },
  onReset: 'goes',
  faults: networkInterfaceFaults,
  hasIds: true,
  tagged: 'network_interfaces',
  limits: { networkInterfacesPerRegionMax: 1_000 },
  limitsBy: { networkInterfacesPerRegionMax: ['region'] },
});
