import type { Key } from '#kernel/key.ts';
import type { HostedServerNetworkRow, HostedServerRow } from '#store/schema/hosted-server.ts';

export type NetworkKind = HostedServerNetworkRow['kind'];

/** How a server is booted from the network, as it was given. */
export interface BootOptions {
  readonly system: string;
  readonly way: string;
  readonly file: string;
  readonly server: string;
}

export interface ServerNetwork {
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  readonly address: number;
  readonly groups: ReadonlyArray<Key<'security-group'>>;
  readonly boot: BootOptions | null;
}

/**
 * How far a server is: without a network, with that of its management controller, ready to be
 * installed, or with an instance.
 */
export type ServerState = 'new' | 'managed' | 'ready' | 'in-use';

export interface HostedServer {
  readonly key: Key<'hosted-server'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly name: string | null;
  readonly serial: string;
  readonly deviceType: string;
  readonly type: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly disks: string;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly networks: Readonly<Partial<Record<NetworkKind, ServerNetwork>>>;
  /** The instance on it. */
  readonly instance: Key<'instance'> | null;
  readonly state: ServerState;
}

/** The host that has the room of a server. */
export function hostOfServer(key: Key<'hosted-server'>): Key<'host'> {
  return `server-${key}`;
}

/** A server with what it has. */
export function hostedServerOf(
  row: HostedServerRow,
  beside: {
    readonly networks: readonly HostedServerNetworkRow[];
    readonly instance: Key<'instance'> | null;
  },
): HostedServer {
  const networks = Object.fromEntries(
    beside.networks.map((network) => [network.kind, networkOf(network)]),
  ) as HostedServer['networks'];
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    name: row.name,
    serial: row.serial,
    deviceType: row.device_type,
    type: row.type,
    cpu: row.cpu,
    memoryMiB: row.memory_mib,
    disks: row.disks,
    createdAt: row.created_at,
    networks,
    instance: beside.instance,
    state: stateOf(networks, beside.instance),
  };
}

function networkOf(row: HostedServerNetworkRow): ServerNetwork {
  const { vpc, subnet, address } = row;
  return {
    vpc,
    subnet,
    address,
    groups: JSON.parse(row.groups) as readonly string[],
    boot: row.boot === null ? null : (JSON.parse(row.boot) as BootOptions),
  };
}

function stateOf(networks: HostedServer['networks'], instance: string | null): ServerState {
  if (instance !== null) return 'in-use';
  if (networks.deployment !== undefined) return 'ready';
  return networks.management === undefined ? 'new' : 'managed';
}
