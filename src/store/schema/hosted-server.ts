import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A server of a customer that stands in the cloud: its room is that of the host of the same key.
 * The password of its management controller is sealed.
 */
export const hostedServerTable = table({
  seq,
  key: keyOf('hosted-server'),
  account: text,
  region: text,
  zone: text,
  name: nullable(text),
  serial: text,
  device_type: text,
  type: text,
  cpu: integer,
  memory_mib: integer,
  disks: text,
  bmc_user: nullable(text),
  bmc_password: nullable(text),
  created_at: integer,
});

/** A network of such a server: of its management controller, or that it is installed over. */
export const hostedServerNetworkTable = table(
  {
    server: keyOf('hosted-server'),
    kind: oneOf('management', 'deployment'),
    vpc: keyOf('vpc'),
    subnet: keyOf('subnet'),
    address: integer,
    groups: text,
    boot: nullable(text),
  },
  ['server', 'kind'],
);

declare module '../schema.ts' {
  interface Schema {
    hosted_servers: ColumnsOf<typeof hostedServerTable>;
    hosted_server_networks: ColumnsOf<typeof hostedServerNetworkTable>;
  }
}

export type HostedServerRow = RowOf<typeof hostedServerTable>;
export type HostedServerNetworkRow = RowOf<typeof hostedServerNetworkTable>;
export type NewHostedServer = NewRowOf<typeof hostedServerTable>;
