import type { HostedServerRow } from '#store/schema/hosted-server.ts';
import type { Reader } from '#store/store.ts';
import { instancesOnHosts } from '../host/own-hosts.ts';
import { hostedServerOf, hostOfServer, type HostedServer } from './hosted-server.ts';
import { networksOfServers } from './table.ts';

/** Servers with their networks and the instances on them, in the order of the rows. */
export async function loadServers(
  reader: Reader,
  rows: readonly HostedServerRow[],
): Promise<readonly HostedServer[]> {
  if (rows.length === 0) return [];
  const keys = rows.map(({ key }) => key);
  const networks = Map.groupBy(
    await reader.all(networksOfServers, { keys }),
    ({ server }) => server,
  );
  const instances = await instancesOnHosts(reader, keys.map(hostOfServer));
  return rows.map((row) =>
    hostedServerOf(row, {
      networks: networks.get(row.key) ?? [],
      instance: instances.get(hostOfServer(row.key)) ?? null,
    }),
  );
}
