import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A network interface. The primary one of an instance has its key, and comes and goes with it; its
 * security groups are those of its instance. `address` is its first IPv4 address, `quality` and
 * `note` what is said of that; the others are in interface_addresses. `own` is JSON: what the
 * vendor that it was made through alone knows.
 */
export const networkInterfaceTable = table({
  seq,
  key: keyOf('network-interface'),
  account: text,
  region: text,
  zone: text,
  vpc: keyOf('vpc'),
  subnet: keyOf('subnet'),
  is_primary: flag,
  instance: nullable(keyOf('instance')),
  device_index: nullable(integer),
  address: integer,
  note: nullable(text),
  quality: nullable(text),
  state: text,
  name: nullable(text),
  description: nullable(text),
  delete_with_instance: flag,
  resource_group: nullable(text),
  created_at: integer,
  attached_at: nullable(integer),
  own: nullable(text),
  generation: integer,
  version: integer,
  operation: nullable(text),
  operation_state: nullable(text),
  operation_request: nullable(text),
  operation_error: nullable(text),
});

/** An IPv4 address of an interface besides its first one. */
export const interfaceAddressTable = table(
  {
    address: integer,
    subnet: keyOf('subnet'),
    network_interface: keyOf('network-interface'),
    position: integer,
    note: nullable(text),
    quality: nullable(text),
  },
  ['address', 'subnet'],
);

/** An IPv6 address of an interface, in its shortest form. */
export const interfaceIpv6Table = table(
  {
    address: text,
    subnet: keyOf('subnet'),
    network_interface: keyOf('network-interface'),
    position: integer,
    note: nullable(text),
    created_at: integer,
  },
  ['address'],
);

/** A link: the interface, which did not come with an instance, is in the group. */
export const interfaceSecurityGroupTable = table(
  {
    security_group: keyOf('security-group'),
    network_interface: keyOf('network-interface'),
    position: integer,
  },
  ['security_group', 'network_interface'],
);

declare module '../schema.ts' {
  interface Schema {
    network_interfaces: ColumnsOf<typeof networkInterfaceTable>;
    interface_addresses: ColumnsOf<typeof interfaceAddressTable>;
    interface_ipv6_addresses: ColumnsOf<typeof interfaceIpv6Table>;
    interface_security_groups: ColumnsOf<typeof interfaceSecurityGroupTable>;
  }
}

export type NetworkInterfaceRow = RowOf<typeof networkInterfaceTable>;
export type NewNetworkInterface = NewRowOf<typeof networkInterfaceTable>;
export type InterfaceAddressRow = RowOf<typeof interfaceAddressTable>;
export type InterfaceIpv6Row = RowOf<typeof interfaceIpv6Table>;
