import { dhcpAssociationTable, dhcpOptionSetTable } from '#store/schema/dhcp-option-set.ts';
import { noun } from '../noun.ts';
import { dhcpOptionSetFaults } from './faults.ts';

/** What machines of networks are told by DHCP. */
export const dhcpOptionSetNoun = noun({
  name: 'dhcp-option-set',
  tables: { dhcp_option_sets: dhcpOptionSetTable, dhcp_associations: dhcpAssociationTable },
  onReset: 'goes',
  faults: dhcpOptionSetFaults,
  hasIds: true,
  tagged: 'dhcp_option_sets',
  // Alibaba's limits.
  limits: { dhcpOptionSetsPerRegionMax: 10, vpcsPerDhcpOptionSetMax: 10 },
  limitsBy: { dhcpOptionSetsPerRegionMax: ['region'] },
});
