import { join } from 'node:path';
import { carryOut } from '#apis/execute.ts';
import { aliyunVoice } from '#apis/aliyun/voice.ts';
import { catalogue } from '#apis/catalogue.ts';
import { services } from '#apis/manifest.ts';
import { tencentVoice } from '#apis/tencent/voice.ts';
import {
  defaultConfiguration as defaultSimulation,
  type SimulatorConfiguration,
} from '#drivers/simulator/configuration.ts';
import { createSimulator, hostsOf, type Simulator } from '#drivers/simulator/simulator.ts';
import { type Clock, type MovableClock, realClock } from '#kernel/clock.ts';
import { limits } from '#kernel/limits.ts';
import { type Log, stderrLog } from '#kernel/log.ts';
import { createMetrics, type Metrics } from '#kernel/metrics.ts';
import { type Random, systemRandom, uuid } from '#kernel/random.ts';
import type { KeyPair } from '#resources/account/access-keys.ts';
import type { Cloud } from '#resources/cloud.ts';
import { type Configuration, defaultConfiguration } from '#resources/configuration.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { StoreUnavailable } from '#store/store-unavailable.ts';
import { createEngine, type Engine } from '#workflow/engine.ts';
import { aliyunDialect } from '#wire/aliyun/dialect.ts';
import { createPipeline } from '#wire/pipeline.ts';
import { serviceIndex } from '#wire/service.ts';
import { tencentDialect } from '#wire/tencent/dialect.ts';
import { cloudClock, type CloudClock } from './cloud-clock.ts';
import { removeCredentials, writeCredentials } from './credentials.ts';
import { createEdge } from './http.ts';
import { loadKey, sealerFor } from './key-file.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import { ensureRootKey, type RootKey } from './root-key.ts';
import { documentedThrottle, noThrottle } from './throttle.ts';
import { workflows } from './workflows.ts';

/** All has a default; a test sets what it wants to hold still. */
export interface BootOptions {
  /** The data directory; `:memory:`, the default, keeps nothing. */
  readonly data?: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default `<data>/key`. */
  readonly keyFile?: string;
  /** The root key pair, made or kept from the last start where not given. */
  readonly rootKey?: KeyPair;
  readonly throttle?: 'off' | 'documented';
  readonly simulation?: Partial<SimulatorConfiguration>;
  readonly configuration?: Partial<Configuration>;
  /** Default: silent. */
  readonly log?: Log;
  readonly wall?: Clock;
  readonly cloudClock?: MovableClock;
  readonly random?: Random;
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
  readonly simulator: Simulator;
  readonly cloud: Cloud;
  readonly clock: CloudClock;
  readonly wall: Clock;
  readonly keyring: Keyring;
  readonly metrics: Metrics;
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
export async function boot(options: BootOptions = {}): Promise<Running> {
  const { data = ':memory:', log = stderrLog('silent') } = options;
  const { wall = realClock(), random = systemRandom() } = options;
  const metrics = createMetrics();
  const opened = await openSqlite({
    directory: data,
    onCommit(writes) {
      metrics.commits.inc();
      metrics.commitWrites.inc(writes);
    },
    onHookError: (error) => log.error({ error: String(error) }, 'A hook after a commit failed.'),
  });
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
  const { data, log, wall, random, metrics, host = '127.0.0.1' } = parts;
  const inMemory = data === ':memory:';
  const keyPath = parts.keyFile ?? join(data, 'key');
  const keepsKey = !inMemory || parts.keyFile !== undefined;
  const key = keepsKey ? loadKey(keyPath, random) : random.bytes(32);
  const sealer = await sealerFor(store, key, { random, path: keyPath });
  const clock = await cloudClock(store, parts.cloudClock);
  const rootKey = await ensureRootKey({ store, sealer, random, wall, fixed: parts.rootKey });
  if (!inMemory && parts.rootKey === undefined) writeCredentials(data, rootKey);
  if (!inMemory && parts.rootKey !== undefined) removeCredentials(data);

  const simulator = createSimulator({ ...defaultSimulation, ...parts.simulation });
  const configuration = { ...defaultConfiguration, ...parts.configuration };
  const supply: Cloud['supply'] = {
    hosts: (zone) => hostsOf(simulator.configuration, zone),
    stock: (query) => simulator.stock(query),
  };
  const cloud: Cloud = { configuration, random, catalogue, sealer, supply };

  const engine = createEngine({
    store,
    cloud: clock.clock,
    wall,
    random,
    log,
    metrics,
    workflows,
    services: { store, driver: simulator, configuration },
    owner: uuid(random),
    soleOwner: true,
  });
  const keyring = createKeyring({ store, sealer, wall });
  const throttle = parts.throttle === 'documented' ? documentedThrottle(wall) : noThrottle;
  const execution = { store, cloud, clock: clock.clock };
  const pipeline = createPipeline({
    dialects: [tencentDialect(tencentVoice), aliyunDialect(aliyunVoice)],
    services: serviceIndex(services),
    wall,
    random,
    log,
    metrics,
    keyHolder: (id) => keyring.find(id),
    claimNonce: (principal, nonce, expiresAt) =>
      store.nonces.claim({ principal, nonce, expiresAt }, wall.now()),
    mayPass: throttle,
    carryOut: (order) => carryOut(execution, order),
    isUnavailable: (error) => error instanceof StoreUnavailable,
  });
  const edge = createEdge({
    pipeline,
    limits,
    log,
    metrics,
    timer: realClock(),
    ping: () => store.ping(),
  });
  engine.start();
  let port: number;
  try {
    port = await edge.listen({ host, port: parts.port ?? 0 });
  } catch (error) {
    await engine.stop();
    throw error;
  }
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await edge.stop();
    await engine.stop();
    await store.close();
  };
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    url,
    port,
    rootKey,
    data,
    store,
    engine,
    simulator,
    cloud,
    clock,
    wall,
    keyring,
    metrics,
    stop: () => (stopped ??= stop()),
  };
}
