import type { DiskSpec, MachineSpec } from '../driver.ts';
import type { IncusConfiguration } from './configuration.ts';
import { guestConfigOf } from './guest.ts';
import { nameOf, recordKeys, recordOf } from './machine-record.ts';
import type { EngineNetwork } from './networks.ts';
import { nicFilters } from './nic-filters.ts';

export interface RequestContext {
  readonly configuration: IncusConfiguration;
  readonly cloud: string;
  readonly network: EngineNetwork;
}

/** The body that makes the instance of a machine, whose data volumes are there already. */
export function instanceRequestOf(spec: MachineSpec, context: RequestContext): object {
  const { configuration, cloud, network } = context;
  const { machines, storagePool: pool, profiles } = configuration;
  const system = spec.disks.find(({ role }) => role === 'system');
  return {
    name: nameOf(spec),
    type: machines,
    source: { type: 'image', fingerprint: spec.image },
    profiles,
    config: {
      'limits.cpu': String(spec.cpu),
      'limits.memory': `${spec.memoryMiB}MiB`,
      ...recordOf(cloud, spec),
      [recordKeys.generation]: String(spec.generation),
      ...guestConfigOf(spec),
    },
    devices: {
      root: {
        type: 'disk',
        path: '/',
        pool,
        ...(system === undefined ? {} : { size: `${system.sizeGiB}GiB` }),
      },
      eth0: {
        type: 'nic',
        name: 'eth0',
        network: network.name,
        'ipv4.address': spec.privateAddress,
        ...nicFilters,
      },
      ...dataDevices(spec, configuration),
    },
  };
}

function dataDevices(spec: MachineSpec, { machines, storagePool: pool }: IncusConfiguration) {
  const devices = dataDisksOf(spec).map((disk, index) => {
    const device = { type: 'disk', pool, source: volumeNameOf(spec, disk) };
    // A container cannot be given a block device of its own, so a volume is a directory there.
    const path = machines === 'container' ? { path: `/mnt/data-${index + 1}` } : {};
    return [`data-${index + 1}`, { ...device, ...path }] as const;
  });
  return Object.fromEntries(devices);
}

/** The disks that have volumes of their own. */
export function dataDisksOf({ disks }: MachineSpec): readonly DiskSpec[] {
  return disks.filter(({ role }) => role === 'data');
}

/** The body that makes the volume of a data disk. */
export function volumeRequestOf(
  spec: MachineSpec,
  disk: DiskSpec,
  { configuration, cloud }: Pick<RequestContext, 'configuration' | 'cloud'>,
): object {
  return {
    name: volumeNameOf(spec, disk),
    content_type: configuration.machines === 'container' ? 'filesystem' : 'block',
    config: { size: `${disk.sizeGiB}GiB`, ...recordOf(cloud, spec) },
  };
}

function volumeNameOf(spec: MachineSpec, { key }: DiskSpec): string {
  return `${nameOf(spec)}-${key}`;
}
