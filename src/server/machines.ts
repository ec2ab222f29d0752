import type { Driver } from '#drivers/driver.ts';
import type { IncusOptions } from '#drivers/incus/configuration.ts';
import type { SimulatorConfiguration } from '#drivers/simulator/configuration.ts';
import type { Simulator } from '#drivers/simulator/simulator.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Random } from '#kernel/random.ts';
import type { Sealer } from '#resources/account/sealer.ts';
import type { Supply } from '#resources/cloud.ts';
import type { ImageShelf } from '#resources/image/image-shelf.ts';
import type { Configuration } from '#resources/configuration.ts';
import type { Environment } from './environment.ts';
import type { Inventory } from './inventory.ts';

export type DriverName = 'simulator' | 'incus';

/** Which server, over what the file says, and the file. */
export interface IncusChoice extends IncusOptions {
  /** An incus.json; by default the one in the data directory, if there is one. */
  readonly file?: string;
}

export interface MachinesChoice {
  readonly data: string;
  readonly env?: Environment;
  readonly sealer: Sealer;
  readonly random: Random;
  readonly wall: Clock;
  readonly log: Log;
  /** Default: the simulator. */
  readonly driver?: DriverName;
  readonly incus?: IncusChoice;
  /** A simulator.json; by default the one in the data directory, if there is one. */
  readonly simulatorFile?: string;
  /** Over what the file says. */
  readonly simulation?: Partial<SimulatorConfiguration>;
}

/** What machines are made by, and what of it the domain may ask. */
export interface Machines {
  readonly driver: Driver;
  readonly supply: Supply;
  /** Of a driver whose hosts come and go. */
  readonly inventory?: Inventory;
  /** Of a driver that makes machines from images of its own. */
  readonly images?: ImageShelf;
  /** The driver, where it is the simulator. */
  readonly simulator: Simulator | undefined;
  /** What its own configuration sets of the domain: quotas. */
  readonly configuration: Partial<Configuration>;
}
