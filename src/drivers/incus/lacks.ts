import type { Lacks } from '../storage.ts';
import type { IncusConfiguration } from './configuration.ts';
import type { ServerFacts } from './read-server.ts';

/** Pools whose volumes all members of a cluster reach. */
const SHARED: ReadonlySet<string> = new Set(['ceph', 'cephfs']);

/** What the server cannot do with disks, images and networks, each with why. */
export function lacksOf(
  { isClustered, poolDriver = 'dir' }: Pick<ServerFacts, 'isClustered' | 'poolDriver'>,
  { machines, storagePool }: Pick<IncusConfiguration, 'machines' | 'storagePool'>,
): Lacks {
  const hasNoSizes = poolDriver === 'dir' && machines === 'container';
  const stays = isClustered && !SHARED.has(poolDriver);
  return {
    interfaces: 'The machines of this server have one network interface each.',
    'secondary-addresses': 'The machines of this server have one private address each.',
    'ipv6-addresses': 'The machines of this server have no IPv6 addresses.',
    readdress: 'A machine of this server keeps the address that it was made with.',
    'machine-resize': 'A machine of this server keeps the size that it was made with.',
    'machine-move': 'A machine of this server keeps the host that it was made on.',
    encryption: 'The server of machines does not encrypt single disks.',
    'convert-system': 'The server of machines does not convert the system of a guest.',
    rescue: 'The server of machines has no rescue system.',
    'nat-gateway': 'The server of machines has no gateways that translate addresses.',
    'elastic-address': 'The server of machines does not move public addresses between machines.',
    'image-import': 'Images are taken in by the operator: yuntai image import.',
    'image-export': 'Images are written to a file by the operator: yuntai image export.',
    'disk-from-system-snapshot': 'A data disk cannot begin with the data of a system disk.',
    ...(hasNoSizes && {
      resize: `Disks of the pool ${storagePool} (dir) have no size of their own.`,
    }),
    ...(stays && { 'disk-move': 'A disk stays on the member of the cluster it was made on.' }),
  };
}
