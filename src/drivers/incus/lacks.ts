import type { Lacks } from '../storage.ts';
import type { IncusConfiguration } from './configuration.ts';
import type { EngineNetwork } from './networks.ts';
import type { ServerFacts } from './read-server.ts';

/** Pools whose volumes all members of a cluster reach. */
const SHARED: ReadonlySet<string> = new Set(['ceph', 'cephfs']);

/** What the server cannot do with disks, images and networks, each with why. */
export function lacksOf(
  { isClustered, poolDriver = 'dir' }: Pick<ServerFacts, 'isClustered' | 'poolDriver'>,
  {
    machines,
    storagePool,
    publicAddresses,
  }: Pick<IncusConfiguration, 'machines' | 'storagePool' | 'publicAddresses'>,
  networks: readonly EngineNetwork[],
): Lacks {
  const naming = networks.find(({ names }) => names !== false);
  const hasNoSizes = poolDriver === 'dir' && machines === 'container';
  const stays = isClustered && !SHARED.has(poolDriver);
  return {
    'ipv6-addresses': 'The machines of this server have no IPv6 addresses.',
    'machine-move': 'A machine of this server keeps the host that it was made on.',
    'host-on-demand': 'The server of machines has the hosts that it has.',
    encryption: 'The server of machines does not encrypt single disks.',
    'convert-system': 'The server of machines does not convert the system of a guest.',
    rescue: 'The server of machines has no rescue system.',
    'shared-addresses': 'The server of machines has no addresses that several machines share.',
    'nat-gateway': 'The server of machines has no gateways that translate addresses.',
    'image-import': 'Images are taken in by the operator: yuntai image import.',
    'image-export': 'Images are written to a file by the operator: yuntai image export.',
    'disk-from-system-snapshot': 'A data disk cannot begin with the data of a system disk.',
    ...(naming !== undefined && {
      interfaces:
        `The network ${naming.name} of this server names machines, so that each has one ` +
        'interface: the operator sets its dns.mode to none.',
    }),
    ...(!publicAddresses && {
      'elastic-address': 'The server of machines is set to give them no public addresses.',
    }),
    ...(hasNoSizes && {
      resize: `Disks of the pool ${storagePool} (dir) have no size of their own.`,
    }),
    ...(stays && { 'disk-move': 'A disk stays on the member of the cluster it was made on.' }),
  };
}
