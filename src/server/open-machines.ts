import { join } from 'node:path';
import type { Driver } from '#drivers/driver.ts';
import type { SimulatorConfiguration } from '#drivers/simulator/configuration.ts';
import { readConfiguration } from '#drivers/simulator/read-configuration.ts';
import { createSimulator, hostsOf, type Simulator } from '#drivers/simulator/simulator.ts';
import type { Supply } from '#resources/cloud.ts';
import type { Configuration } from '#resources/configuration.ts';
import type { Store } from '#store/store.ts';
import type { Environment } from './environment.ts';
import { followHosts } from './follow-hosts.ts';
import { namesOfTheCloud } from './names-of-the-cloud.ts';

export interface MachinesChoice {
  readonly data: string;
  readonly env?: Environment;
  /** A simulator.json; by default the one in the data directory, if there is one. */
  readonly simulatorFile?: string;
  /** Over what the file says. */
  readonly simulation?: Partial<SimulatorConfiguration>;
}

/** What machines are made by, and what of it the domain may ask. */
export interface Machines {
  readonly driver: Driver;
  readonly supply: Supply;
  /** The driver, where it is the simulator. */
  readonly simulator: Simulator | undefined;
  /** What its own configuration sets of the domain: quotas. */
  readonly configuration: Partial<Configuration>;
}

/** Opens the driver of a cloud: the one place that knows which kinds there are. */
export async function openMachines(store: Store, choice: MachinesChoice): Promise<Machines> {
  const simulator = createSimulator(await simulationOf(choice));
  const { hosts, quotas } = simulator.configuration;
  const supply: Supply = {
    hosts: (zone) => hostsOf(simulator.configuration, zone),
    stock: (query) => simulator.stock(query),
  };
  await followHosts(store, supply, hosts);
  return { driver: simulator, supply, simulator, configuration: quotas };
}

/** The file, then the environment, then what the caller says. */
async function simulationOf(choice: MachinesChoice): Promise<SimulatorConfiguration> {
  const { data, env = {}, simulatorFile } = choice;
  const inMemory = data === ':memory:';
  const named = simulatorFile !== undefined;
  const file = simulatorFile ?? (inMemory ? '' : join(data, 'simulator.json'));
  const known = namesOfTheCloud;
  return { ...(await readConfiguration({ file, named, env, known })), ...choice.simulation };
}
