import { randomBytes } from 'node:crypto';
import { stderrLog } from '#kernel/log.ts';
import { defaultIncusConfiguration } from '#drivers/incus/configuration.ts';
import type { IncusConfiguration } from '#drivers/incus/configuration.ts';
import type { DriverImages, MachineSpec } from '#drivers/driver.ts';
import { openIncus, type IncusDriver, type IncusOpening } from '#drivers/incus/incus.ts';
import type { LxdServer } from './lxd-server.ts';

export const ZONE = 'guangzhou-3';

/** How a test's driver is to differ. */
export interface DriverOptions {
  readonly configuration?: Partial<IncusConfiguration>;
  readonly opening?: Partial<IncusOpening>;
}

/** A driver of a test's server; a sealed password is `sealed:` and the password. */
export async function openLxdDriver(
  { socket }: Pick<LxdServer, 'socket'>,
  { configuration = {}, opening = {} }: DriverOptions = {},
): Promise<IncusDriver & { readonly images: DriverImages }> {
  const driver = await openIncus({
    configuration: {
      ...defaultIncusConfiguration,
      server: `unix:${socket}`,
      softStopSeconds: 10,
      ...configuration,
    },
    cloud: 'test',
    log: stderrLog('warn'),
    openPassword: (sealed) => sealed.slice('sealed:'.length),
    ...opening,
  });
  const { images } = driver;
  if (images === undefined) throw new Error('The driver has no images.');
  return { ...driver, images };
}

export interface SpecOptions {
  readonly prefix: string;
  readonly image: string;
  /** The last number of its address, from 2 to 254. */
  readonly number: number;
  readonly host?: string;
}

/** The smallest machine, of a new key. */
export function specOf({ prefix, image, number, host = 'none' }: SpecOptions): MachineSpec {
  const key = randomBytes(4).toString('hex');
  return {
    key,
    generation: 1,
    host,
    zone: ZONE,
    cpu: 1,
    memoryMiB: 64,
    image,
    disks: [{ key: `${key}d`, role: 'system', category: 'ssd', sizeGiB: 1 }],
    privateAddress: `${prefix}.${number}`,
    subnet: 'subnet01',
  };
}
