import { catalogue } from '#apis/catalogue.ts';
import { defaultConfiguration as defaultSimulation } from '#drivers/simulator/configuration.ts';
import type { SimulatorConfiguration } from '#drivers/simulator/configuration.ts';
import { createSimulator, hasHosts, hostsOf } from '#drivers/simulator/simulator.ts';
import { simulatedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import { rsaKeys } from '#kernel/rsa-key.ts';
import { openPrices } from '#server/open-prices.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { sealer } from '../account/sealer.ts';
import type { Cloud } from '../cloud.ts';
import { defaultConfiguration } from '../configuration.ts';
import type { Configuration } from '../configuration.ts';
import { tryOrdersOf } from '../order/try-order.ts';
import { spotHoursOf } from '../price/spot.ts';
import type { ReadScope, Scope } from '../scope.ts';
import type { LaunchRequest } from './launch-request.ts';
import { roomElsewhereOf } from './room-elsewhere.ts';
import type { InstanceServices } from './workflows/services.ts';

const START = Date.UTC(2026, 0, 31);

/** A cloud without a server: the domain on a real store and the simulator, time standing still. */
export async function openWorld(
  options: {
    readonly simulation?: Partial<SimulatorConfiguration>;
    readonly configuration?: Partial<Configuration>;
  } = {},
) {
  const random = seededRandom('instances');
  const store = await openSqlite({ directory: ':memory:' });
  const clock = simulatedClock(START);
  const simulator = createSimulator({ ...defaultSimulation, ...options.simulation });
  const configuration = { ...defaultConfiguration, ...options.configuration };
  const cloud: Cloud = {
    configuration,
    random,
    rsaKeys: rsaKeys(),
    catalogue,
    prices: await openPrices(undefined),
    sealer: sealer(random.bytes(32), random),
    supply: {
      hosts: (zone) => hostsOf(simulator.configuration, zone),
      isUp: (zone) => hasHosts(simulator.configuration, zone),
      stock: (query) => simulator.stock(query),
      networkRefusal: (block) => simulator.networkRefusal(block),
      lacks: (ability) => simulator.capabilities.lacks[ability],
      consoles: simulator.consoles,
      spotPercent: (place) => simulator.spotPercent(place),
    },
  };
  const services: InstanceServices = {
    store,
    driver: simulator,
    configuration,
    sourceOf: () => Promise.resolve(undefined),
    spotHour: spotHoursOf(cloud),
    tryOrder: tryOrdersOf(cloud),
    roomElsewhere: roomElsewhereOf(cloud),
  };
  const common = { account: '100000000001', cloud, sees: () => true, requestId: 'request' };
  return {
    store,
    clock,
    simulator,
    services,
    /** A use case in a transaction of its own. */
    write: <T>(work: (scope: Scope) => Promise<T>, on: Store = store): Promise<T> =>
      on.write((db) => work({ ...common, db, now: clock.now() })),
    read: <T>(work: (scope: ReadScope) => Promise<T>): Promise<T> =>
      store.read((db) => work({ ...common, db, now: clock.now() })),
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Why an engine of machines cannot do something, as `without` has it. */
export const lackedMessage = 'The server cannot do that.';

/** A cloud whose engine lacks this. */
export function without(ability: string, { cloud, ...scope }: Scope): Scope {
  const lacks = (asked: string) => (asked === ability ? lackedMessage : undefined);
  return { ...scope, cloud: { ...cloud, supply: { ...cloud.supply, lacks } } };
}

const DISK = { isLocal: false, name: null, deleteWithInstance: true, doc: {} };

/** The plainest launch: one instance, paid by the hour, in a default network. */
export function plainLaunch(changes: Partial<LaunchRequest> = {}): LaunchRequest {
  return {
    launchedBy: 'tencent',
    region: 'guangzhou',
    zones: ['guangzhou-3'],
    types: ['S5.MEDIUM4'],
    image: '9qabwvbn',
    count: 1,
    countMin: changes.count ?? 1,
    network: { vpc: null, subnet: null, addresses: [] },
    securityGroups: null,
    chargeType: 'postpaid',
    prepaid: null,
    spot: null,
    systemDisk: { ...DISK, category: 'CLOUD_PREMIUM', sizeGiB: 50 },
    dataDisks: [{ ...DISK, category: 'CLOUD_PREMIUM', sizeGiB: 100 }],
    internet: { chargeType: 'traffic', outMbps: 0, inMbps: 0, package: null },
    publicAddress: true,
    login: { by: 'generated-password' },
    names: null,
    hostNames: null,
    description: null,
    tags: [{ name: 'city', value: 'shenzhen' }],
    project: 0,
    userData: null,
    protected: false,
    releaseAt: null,
    start: true,
    own: {},
    ...changes,
  };
}
