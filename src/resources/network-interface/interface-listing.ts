import type { NetworkInterfaceRow } from '#store/schema/network-interface.ts';
import { listing } from '../listing/listing.ts';
import { isOneOf, nothing, within } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { InterfaceQuery } from './interface-query.ts';
import { pendingPosition } from './table.ts';

/** How interfaces are listed (D6). */
export const interfaceListing = listing<InterfaceQuery, NetworkInterfaceRow>('network_interfaces', {
  keys: within('key', 'few'),
  zones: within('zone', 'scan'),
  subnets: within('subnet'),
  vpcs: {
    by: 'index',
    column: 'subnet',
    condition: (eb, vpcs, account) =>
      eb(
        'subnet',
        'in',
        eb
          .selectFrom('subnets')
          .select('key')
          .where('account', '=', account)
          .where((inner) => isOneOf(inner, 'vpc', vpcs)),
      ),
  },
  instances: within('instance', 'few'),
  securityGroups: {
    by: 'few',
    condition: (eb, groups) => {
      const those = eb
        .selectFrom('interface_security_groups')
        .select('network_interface')
        .where((inner) => isOneOf(inner, 'security_group', groups));
      const primary = eb
        .selectFrom('instance_security_groups')
        .select('instance')
        .where((inner) => isOneOf(inner, 'security_group', groups));
      return eb.or([eb('key', 'in', those), eb('key', 'in', primary)]);
    },
  },
  addresses: {
    by: 'few',
    condition: (eb, addresses) => {
      const others = eb
        .selectFrom('interface_addresses')
        .select('network_interface')
        .where('position', '>', pendingPosition)
        .where((inner) => isOneOf(inner, 'address', addresses));
      return eb.or([isOneOf(eb, 'address', addresses), eb('key', 'in', others)]);
    },
  },
  ipv6Addresses: {
    by: 'few',
    condition: (eb, addresses) =>
      eb(
        'key',
        'in',
        eb
          .selectFrom('interface_ipv6_addresses')
          .select('network_interface')
          .where((inner) => isOneOf(inner, 'address', addresses)),
      ),
  },
  primaryAddresses: within('address', 'few'),
  names: within('name', 'scan'),
  descriptions: within('description', 'scan'),
  qualities: within('quality', 'scan'),
  isPrimary: {
    by: 'scan',
    condition: (eb, values) => isOneOf(eb, 'is_primary', values.map(Number)),
  },
  states: within('state', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('network-interface'),
  publicAddresses: {
    by: 'few',
    condition: (eb, addresses) =>
      eb(
        'key',
        'in',
        eb
          .selectFrom('elastic_addresses')
          .select('holder')
          .where('holder_kind', 'in', ['instance', 'network-interface'])
          .where((inner) => isOneOf(inner, 'address', addresses)),
      ),
  },
  notInstanceStates: {
    by: 'scan',
    condition: (eb, states) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('instances')
            .select('instances.key')
            .whereRef('instances.key', '=', 'network_interfaces.instance')
            .where((inner) => isOneOf(inner, 'instances.state', states)),
        ),
      ),
  },
  nothing,
});
