import type { DiskSpec, MachineSpec } from '../driver.ts';
import type { IncusConfiguration } from './configuration.ts';
import { guestConfigOf } from './guest.ts';
import { nameOf, recordKeys, recordOf } from './machine-record.ts';
import { rootSource } from './machine-images.ts';
import type { EngineNetwork } from './networks.ts';
import { FIRST_NIC, firstNic } from './nic-device.ts';
import { limitsOf } from './resize.ts';
import { diskVolumeName } from './volume-record.ts';

export interface RequestContext {
  readonly configuration: IncusConfiguration;
  readonly cloud: string;
  readonly network: EngineNetwork;
}

/** The body that makes the instance of a machine, whose data volumes are there already. */
export function instanceRequestOf(spec: MachineSpec, context: RequestContext) {
  const { configuration, cloud, network } = context;
  const { machines, storagePool: pool, profiles } = configuration;
  const system = spec.disks.find(({ role }) => role === 'system');
  return {
    name: nameOf(spec),
    type: machines,
    source: rootSource(spec),
    profiles,
    config: {
      ...limitsOf(spec),
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
      [FIRST_NIC]: firstNic(spec, { network, address: spec.privateAddress }),
      ...dataDevices(spec, configuration),
    },
  };
}

/** The device of a data disk, by which its guest finds it. */
export function deviceNameOf(key: string): string {
  return `data-${key}`;
}

/**
 * What attaches a volume to an instance. A container cannot be given a block device of its own, so
 * a volume is a directory there, named after the disk.
 */
export function diskDevice(
  { machines, storagePool: pool }: IncusConfiguration,
  { key, volume }: { readonly key: string; readonly volume: string },
): Readonly<Record<string, string>> {
  const path = machines === 'container' ? { path: `/mnt/${deviceNameOf(key)}` } : {};
  return { type: 'disk', pool, source: volume, ...path };
}

function dataDevices(spec: MachineSpec, configuration: IncusConfiguration) {
  const devices = dataDisksOf(spec).map(({ key }) => {
    const volume = diskVolumeName(key);
    return [deviceNameOf(key), diskDevice(configuration, { key, volume })] as const;
  });
  return Object.fromEntries(devices);
}

/** The disks that have volumes of their own. */
export function dataDisksOf({ disks }: MachineSpec): readonly DiskSpec[] {
  return disks.filter(({ role }) => role === 'data');
}
