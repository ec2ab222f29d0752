import type { Key } from '#kernel/key.ts';
import { returnAddresses } from '../../address/range.ts';
import type { Scope } from '../../scope.ts';
import { requireSecurityGroups } from '../../security-group/verbs/require-security-groups.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
import { resolveSubnet } from '../../subnet/verbs/resolve-subnet.ts';
import { verb } from '../../verb.ts';
import { hostedServerFaults } from '../faults.ts';
import type { BootOptions, HostedServer, NetworkKind } from '../hosted-server.ts';
import { deleteNetworks } from '../table.ts';
import { requireServers, type ServersRequest } from './servers.ts';

export interface NetworkWanted {
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  /** One for each server, or none: any. */
  readonly addresses: readonly number[];
  readonly groups: ReadonlyArray<Key<'security-group'>>;
}

export interface Configuring extends ServersRequest {
  readonly management?: NetworkWanted | undefined;
  readonly deployment?: NetworkWanted | undefined;
  readonly boot: BootOptions | null;
}

/**
 * Puts servers into networks: new ones into that of their controllers, and into the one that they
 * are installed over; or those that have the first into the second.
 */
export const configureServers = verb(
  [
    requireServers,
    hostedServerFaults.wrongState,
    hostedServerFaults.hasDeployment,
    hostedServerFaults.amountNotEqual,
    requireSecurityGroups,
    resolveSubnet,
    takeSubnetAddresses,
  ],
  async (scope: Scope, asked: Configuring): Promise<void> => {
    const { management, deployment } = asked;
    const servers = await requireServers(scope, asked);
    for (const server of servers) requireUnset(server, management !== undefined);
    for (const [kind, network] of [
      ['management', management],
      ['deployment', deployment],
    ] as const) {
      if (network !== undefined) await join(scope, servers, { ...asked, kind, network });
    }
  },
);

function requireUnset({ key, state, networks }: HostedServer, isNew: boolean): void {
  const detail = { 'hosted-server': key };
  if (isNew) {
    if (state !== 'new') throw hostedServerFaults.wrongState(detail);
  } else {
    if (networks.deployment !== undefined) throw hostedServerFaults.hasDeployment(detail);
    if (state !== 'managed') throw hostedServerFaults.wrongState(detail);
  }
}

interface Joining extends Configuring {
  readonly kind: NetworkKind;
  readonly network: NetworkWanted;
}

async function join(
  scope: Scope,
  servers: readonly HostedServer[],
  { kind, network, region, boot }: Joining,
): Promise<void> {
  const { vpc, subnet, addresses: named, groups } = network;
  const { length } = servers;
  if (named.length > 0 && named.length !== length) throw hostedServerFaults.amountNotEqual();
  await resolveSubnet(scope, { region, subnet, vpc, zones: zonesOf(servers), zone: undefined });
  await requireSecurityGroups(scope, groups, { region, vpc });
  const count = length - named.length;
  const addresses = await takeSubnetAddresses(scope, subnet, { named, count });
  await scope.db.insert(
    'hosted_server_networks',
    servers.map(({ key: server }, index) => ({
      server,
      kind,
      vpc,
      subnet,
      address: addresses[index] ?? 0,
      groups: JSON.stringify(groups),
      boot: kind === 'deployment' && boot !== null ? JSON.stringify(boot) : null,
    })),
  );
}

function zonesOf(servers: readonly HostedServer[]): readonly string[] {
  return [...new Set(servers.map(({ zone }) => zone))];
}

export interface Clearing extends ServersRequest {
  readonly kinds: readonly NetworkKind[];
}

/** Takes servers out of networks; one that has an instance stays in them. */
export const clearServers = verb(
  [requireServers, hostedServerFaults.wrongState],
  async (scope: Scope, { kinds, ...request }: Clearing): Promise<void> => {
    const servers = await requireServers(scope, request);
    for (const { key, state, networks } of servers) {
      const hasAny = kinds.some((kind) => networks[kind] !== undefined);
      if (state === 'in-use' || !hasAny) {
        throw hostedServerFaults.wrongState({ 'hosted-server': key });
      }
    }
    for (const { key: server, networks } of servers) {
      for (const kind of kinds) {
        const network = networks[kind];
        if (network === undefined) continue;
        await returnAddresses(scope.db, network.subnet, [network.address]);
      }
      await scope.db.run(deleteNetworks, { server, kinds });
    }
  },
);
