import { hostedServerNetworkTable, hostedServerTable } from '#store/schema/hosted-server.ts';
import { noun } from '../noun.ts';
import { hostedServerFaults } from './faults.ts';

/** A server of a customer that stands in the cloud. */
export const hostedServerNoun = noun({
  name: 'hosted-server',
  tables: { hosted_servers: hostedServerTable, hosted_server_networks: hostedServerNetworkTable },
  onReset: 'goes',
  faults: hostedServerFaults,
  hasIds: true,
});
