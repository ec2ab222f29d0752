import { join } from 'node:path';
import process from 'node:process';
import { aliyunVoice } from '#apis/aliyun/voice.ts';
import { catalogue } from '#apis/catalogue.ts';
import { tencentVoice } from '#apis/tencent/voice.ts';
import type { Driver } from '#drivers/driver.ts';
import type { SimulatorConfiguration } from '#drivers/simulator/configuration.ts';
import type { Simulator } from '#drivers/simulator/simulator.ts';
import { type Clock, type MovableClock, realClock } from '#kernel/clock.ts';
import { causes, type Log, stderrLog } from '#kernel/log.ts';
import { createMetrics, type Metrics } from '#kernel/metrics.ts';
import { type Random, systemRandom, uuid } from '#kernel/random.ts';
import { rsaKeys } from '#kernel/rsa-key.ts';
import type { TimeSource } from '#kernel/time-source.ts';
import type { KeyPair } from '#resources/account/access-keys.ts';
import type { Catalogue, Cloud } from '#resources/cloud.ts';
import { tryOrdersOf } from '#resources/order/try-order.ts';
import { roomElsewhereOf } from '#resources/instance/room-elsewhere.ts';
import { spotHoursOf } from '#resources/price/spot.ts';
import { type Configuration, defaultConfiguration } from '#resources/configuration.ts';
import type { Store } from '#store/store.ts';
import { createEngine, type Engine } from '#workflow/engine.ts';
import type { Authorise } from '#wire/authorise.ts';
import { cloudClock, type CloudClock } from './cloud-clock.ts';
import { type Admin, startAdmin } from './admin.ts';
import { adminCommands } from './admin-commands.ts';
import { removeCredentials, writeCredentials } from './credentials.ts';
import { configurationFrom, type Environment, leaseMsFrom, rootKeyFrom } from './environment.ts';
import { followNews } from './follow-news.ts';
import { startHousekeeping } from './housekeeping.ts';
import { openSealer } from './key-file.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import type { DriverName, IncusChoice, Machines } from './machines.ts';
import { namesOfTheCloud } from './names-of-the-cloud.ts';
import { openEdge } from './open-edge.ts';
import { openMachines } from './open-machines.ts';
import { openPrices } from './open-prices.ts';
import { openStore } from './open-store.ts';
import { ensureRootKey, type RootKey } from './root-key.ts';
import { openSharedTime } from './open-shared-time.ts';
import { openTls, type TlsChoice } from './open-tls.ts';
import { tendMachines, type Tending } from './tend-machines.ts';
import { simulatorSurface } from './simulator-surface.ts';
import type { TlsIdentity } from './tls-identity.ts';
import { version } from './version.ts';
import { workflows } from './workflows.ts';

/** All has a default; a test sets what it wants to hold still. */
export interface BootOptions {
  /** The data directory; `:memory:`, the default, keeps nothing. */
  readonly data?: string;
  /**
   * The URL of a PostgreSQL database, which other processes may share; the data directory then
   * holds only the key, the credentials and the administration socket.
   */
  readonly database?: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default `<data>/key`. */
  readonly keyFile?: string;
  /** What clients that speak TLS are shown; `false`: the port takes plain HTTP alone. */
  readonly tls?: TlsChoice | false;
  readonly throttle?: 'off' | 'documented';
  /** Who may do what; default: all that have a key may do all. */
  readonly authorise?: Authorise;
  /** What makes the machines; default: the simulator. */
  readonly driver?: DriverName;
  /** Which server, where that is `incus`. */
  readonly incus?: IncusChoice;
  /** A simulator.json; by default the one in the data directory, if there is one. */
  readonly simulatorFile?: string;
  /** A price book (docs/reference/prices.md); default: the sample data that comes with it. */
  readonly pricesFile?: string;
  /** Default: silent. */
  readonly log?: Log;
  /** Variables of docs/reference/configuration.md; none by default. */
  readonly env?: Environment;
  /** Whether to open the administration socket; by default where there is a data directory. */
  readonly admin?: boolean;
  /** The root key pair; else that of `env`, of the last start, or a new one. */
  readonly rootKey?: KeyPair;
  /** Over what the file says. */
  readonly simulation?: Partial<SimulatorConfiguration>;
  /** Over what file and environment say. */
  readonly configuration?: Partial<Configuration>;
  /** What the clocks take their time from, where they are not given themselves. */
  readonly time?: TimeSource;
  readonly wall?: Clock;
  readonly cloudClock?: MovableClock;
  readonly random?: Random;
  /** Opens a store of the caller's own in place of the one of `data` or `database`. */
  openStore?(): Promise<Store>;
  /** Puts something around the store, such as one that runs each write twice. */
  wrapStore?(store: Store): Store;
}

/** A whole server in this process. */
export interface Running {
  /** For example http://127.0.0.1:8600. */
  readonly url: string;
  readonly port: number;
  /** What clients sign with. */
  readonly rootKey: RootKey;
  readonly data: string;
  readonly store: Store;
  readonly engine: Engine;
  readonly driver: Driver;
  /** The driver, where it is the simulator. */
  readonly simulator: Simulator | undefined;
  readonly cloud: Cloud;
  readonly clock: CloudClock;
  readonly wall: Clock;
  readonly keyring: Keyring;
  /** Undefined where the port takes plain HTTP alone. */
  readonly identity: TlsIdentity | undefined;
  readonly metrics: Metrics;
  readonly admin: Admin | undefined;
  /** Stops accepting, finishes what is in flight, lets the running steps finish, closes. */
  stop(): Promise<void>;
}

/**
 * Starts a server: the wiring of everything, by hand, top to bottom. In a test:
 *
 *     const server = await boot({ rootKey: { id: 'AKIDtest', secret: 'secret-of-the-test' } });
 *     // … signTc3({ secretId: server.rootKey.id, … }), fetch(server.url, …)
 *     // server.clock.advance(ms) moves the cloud; server.engine.idle() waits for its workflows
 *     await server.stop();
 *
 * @throws Error whose message says what to do: directory in use, key that does not fit, port taken.
 */
export async function boot(given: BootOptions = {}): Promise<Running> {
  const { log = stderrLog('silent'), database } = given;
  if (database === undefined || given.openStore !== undefined) return bootWith(given);
  const time = await openSharedTime(database, { ...given, log });
  try {
    const running = await bootWith({ ...given, time });
    return { ...running, stop: () => running.stop().finally(time.end) };
  } catch (error) {
    time.end();
    throw error;
  }
}

async function bootWith(options: BootOptions): Promise<Running> {
  const { data = ':memory:', log = stderrLog('silent') } = options;
  const { wall = realClock(options.time), random = systemRandom() } = options;
  const metrics = createMetrics();
  const openOwn = () =>
    openStore({
      data,
      ...(options.database !== undefined && { database: options.database }),
      wall,
      onCommit(writes) {
        metrics.commits.inc();
        metrics.commitWrites.inc(writes);
      },
      onHookError: (error) => log.error({ error: String(error) }, 'A hook after a commit failed.'),
      onBlocked: (holders) =>
        log.warn({ holders }, 'Writes wait for locks that these sessions hold: end them.'),
      onLost: (error) =>
        log.warn({ error: String(error) }, 'A connection to the database was lost.'),
    });
  const opened = await (options.openStore?.() ?? openOwn());
  const store = options.wrapStore?.(opened) ?? opened;
  try {
    return await bootOn(store, { ...options, data, log, wall, random, metrics });
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Parts extends BootOptions {
  readonly data: string;
  readonly log: Log;
  readonly wall: Clock;
  readonly random: Random;
  readonly metrics: Metrics;
}

async function bootOn(store: Store, parts: Parts): Promise<Running> {
  const { data, host = '127.0.0.1', wall, metrics } = parts;
  const opened = await openCloud(store, parts);
  const { cloud, clock } = opened;
  const engine = engineOf(store, opened, parts);
  const edge = openEdge(store, opened, parts);
  engine.start();
  const { log } = parts;
  const { tokenMs, inboxMs } = cloud.configuration;
  const tending = tendMachines({ store, machines: opened.machines, wall, cloud: clock.clock, log });
  const keeping = { store, wall, cloud: clock.clock, log, tokenMs, inboxMs };
  const endHousekeeping = startHousekeeping({ ...keeping, keepTime: (tx) => clock.keep(tx) });
  let admin: Admin | undefined;
  let port = 0;
  let url = '';
  const endNews = await followNews({ store, ...opened, wall, log });
  const close = async (): Promise<void> => {
    endNews();
    endHousekeeping();
    await tending?.stop();
    await engine.stop();
    await admin?.stop();
    await opened.driver.close();
    await clock.close().catch((error: unknown) => {
      log.warn({ causes: causes(error) }, 'How late it is in the cloud could not be kept.');
    });
    await store.close();
  };
  try {
    port = await edge.listen({ host, port: parts.port ?? 0 });
    url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    const facts = { version, pid: process.pid, url, data };
    if (parts.admin ?? data !== ':memory:') {
      admin = await startAdmin(data, commandsOf(store, opened, { parts, facts, tending }));
    }
  } catch (error) {
    await edge.stop();
    await close();
    throw error;
  }
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await edge.stop();
    await close();
  };
  return {
    ...opened,
    url,
    port,
    data,
    store,
    engine,
    wall,
    metrics,
    admin,
    stop: () => (stopped ??= stop()),
  };
}

interface Opened {
  readonly cloud: Cloud;
  readonly clock: CloudClock;
  readonly keyring: Keyring;
  readonly identity: TlsIdentity | undefined;
  readonly rootKey: RootKey;
  readonly driver: Driver;
  readonly simulator: Simulator | undefined;
  readonly machines: Machines;
}

/** Everything of a cloud but what acts by itself: keys, clock, configuration, machines. */
async function openCloud(store: Store, parts: Parts): Promise<Opened> {
  const { data, env = {}, random, wall } = parts;
  const inMemory = data === ':memory:';
  const path = parts.keyFile ?? (inMemory ? undefined : join(data, 'key'));
  const sealer = await openSealer(store, { path, random });
  const clock = await cloudClock(store, { injected: parts.cloudClock, time: parts.time });
  const fixed = parts.rootKey ?? rootKeyFrom(env);
  const rootKey = await ensureRootKey({ store, sealer, random, wall, fixed, log: parts.log });
  if (!inMemory && fixed === undefined) writeCredentials(data, rootKey);
  if (!inMemory && fixed !== undefined) removeCredentials(data);
  const machines = await openMachines(store, { ...parts, sealer });
  const { driver, supply, simulator } = machines;
  const configuration: Configuration = {
    ...defaultConfiguration,
    ...machines.configuration,
    ...configurationFrom(env),
    ...parts.configuration,
  };
  const catalogue = offeredBy(machines);
  const injected = { random, rsaKeys: rsaKeys(), catalogue, sealer, supply };
  const cloud: Cloud = { configuration, ...injected, prices: await openPrices(parts.pricesFile) };
  const keyring = createKeyring({ store, sealer, wall });
  const identity = openTls(parts.tls, parts);
  return { cloud, clock, keyring, identity, rootKey, driver, simulator, machines };
}

/** The vendors' catalogue, with only those images that a driver has something for. */
function offeredBy({ images }: Machines): Catalogue {
  if (images === undefined) return catalogue;
  return { ...catalogue, image: (key) => images.image(key), imported: () => images.imported() };
}

function engineOf(store: Store, opened: Opened, parts: Parts): Engine {
  const { cloud, clock, driver, machines } = opened;
  const sourceOf = async (image: string) => machines.images?.sourceNow(image);
  const { wall, random, log, metrics, env = {} } = parts;
  const leaseMs = leaseMsFrom(env);
  return createEngine({
    store,
    cloud: clock.clock,
    wall,
    random,
    log,
    metrics,
    workflows,
    services: {
      store,
      driver,
      configuration: cloud.configuration,
      sourceOf,
      spotHour: spotHoursOf(cloud),
      tryOrder: tryOrdersOf(cloud),
      roomElsewhere: roomElsewhereOf(cloud),
    },
    owner: uuid(random),
    soleOwner: parts.database === undefined,
    ...(leaseMs !== undefined && { leaseMs }),
  });
}

interface Surroundings {
  readonly parts: Parts;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly tending: Tending | undefined;
}

function commandsOf(
  store: Store,
  { cloud, clock, keyring, identity, rootKey, simulator, machines }: Opened,
  { parts, ...around }: Surroundings,
): ReturnType<typeof adminCommands> {
  const { random, wall } = parts;
  const { sealer } = cloud;
  const surface = simulator === undefined ? undefined : simulatorSurface(simulator);
  const parted = { store, sealer, random, wall, clock, keyring, machines, simulator: surface };
  const voices = [tencentVoice, aliyunVoice];
  return adminCommands({
    ...parted,
    ...around,
    cloud,
    rootKey,
    identity,
    limits: cloud.configuration,
    placeNamed: namesOfTheCloud.placeNamed,
    instanceIds: (key) => voices.map((voice) => voice.renderId('instance', key)),
    serverIds: (key) => [tencentVoice.renderId('hosted-server', key)],
    imageIds: (key) => voices.map((voice) => voice.renderId('image', key)),
    imageKeys: (id) => voices.map((voice) => voice.parseId('image', id) ?? ''),
  });
}
