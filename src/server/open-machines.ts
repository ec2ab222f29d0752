import { join } from 'node:path';
import type { SimulatorConfiguration } from '#drivers/simulator/configuration.ts';
import { readConfiguration } from '#drivers/simulator/read-configuration.ts';
import { createSimulator, hasHosts, hostsOf } from '#drivers/simulator/simulator.ts';
import type { Supply } from '#resources/cloud.ts';
import type { Store } from '#store/store.ts';
import { followHosts } from './follow-hosts.ts';
import type { Machines, MachinesChoice } from './machines.ts';
import { namesOfTheCloud } from './names-of-the-cloud.ts';

/** Opens the driver of a cloud: the one place that knows which kinds there are. */
export async function openMachines(store: Store, choice: MachinesChoice): Promise<Machines> {
  if (choice.driver === 'incus') {
    // Loaded only here: a simulated cloud starts without it.
    const { openIncusMachines } = await import('./open-incus.ts');
    return openIncusMachines(store, choice);
  }
  const simulator = createSimulator(await simulationOf(choice));
  const { hosts, quotas } = simulator.configuration;
  const supply: Supply = {
    hosts: (zone) => hostsOf(simulator.configuration, zone),
    isUp: (zone) => hasHosts(simulator.configuration, zone),
    stock: (query) => simulator.stock(query),
    networkRefusal: (block) => simulator.networkRefusal(block),
    lacks: (ability) => simulator.capabilities.lacks[ability],
    consoles: simulator.consoles,
    spotPercent: (place) => simulator.spotPercent(place),
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
