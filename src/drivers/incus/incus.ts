import type { Log } from '#kernel/log.ts';
import type { Driver, Stranger } from '../driver.ts';
import type { MachineInterface } from '../network.ts';
import { verbs } from '../verbs.ts';
import type { IncusConfiguration } from './configuration.ts';
import { configure } from './configure.ts';
import { createCommands } from './commands.ts';
import { createConsoles } from './console.ts';
import type { IncusContext } from './context.ts';
import { create } from './create.ts';
import { destroy } from './destroy.ts';
import { createEngine, type Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { evacuate } from './evacuate.ts';
import { watchEvents } from './events.ts';
import { createNetworks } from './hold-networks.ts';
import { createHosts } from './hosts.ts';
import { failed } from './answer-of.ts';
import { lacksOf } from './lacks.ts';
import { createImages } from './images.ts';
import { createInspectAll } from './inspect-all.ts';
import { inspect } from './inspect.ts';
import { inspectStorage } from './inspect-storage.ts';
import { attachInterface, detachInterface } from './interfaces.ts';
import { isAway } from './members.ts';
import { blockText, readNetworks, refusalOf, type EngineNetwork } from './networks.ts';
import { reboot, start, stop } from './power.ts';
import { readdress } from './readdress.ts';
import { readServer, type ServerFacts } from './read-server.ts';
import { rebuild } from './rebuild.ts';
import { resize } from './resize.ts';
import { createRules, type Rules } from './rules.ts';
import { createStorage, type RunTask } from './storage.ts';
import { createTasks } from './tasks.ts';
import { createTransport, type Transport } from './transport.ts';

export interface IncusOpening {
  readonly configuration: IncusConfiguration;
  /** What tells this cloud from others on the same server: the same one after each start. */
  readonly cloud: string;
  readonly log: Log;
  /** The text of a password sealed by this cloud. */
  openPassword(sealed: string): string;
  /** What an earlier opening has learned of the server: enough to begin while it is away. */
  readonly known?: KnownServer;
  /** In place of the configuration's server: what a test puts between. */
  readonly transport?: Transport;
}

/** What is known of a server without asking it; plain values of JSON. */
export interface KnownServer extends ServerFacts {
  /** Where it is, as the configuration names it: another one is another server. */
  readonly address: string;
  readonly networks: readonly EngineNetwork[];
}

/** The driver of an Incus or LXD server, and what it says of itself. */
export interface IncusDriver extends Driver {
  /** Neutral names of the zones it has hosts in. */
  readonly zones: readonly string[];
  /** What was learned as it was opened, to be given to the next opening. */
  readonly known: KnownServer;
  /** The blocks machines can have addresses of, such as 10.77.0.0/24. */
  blocks(): readonly string[];
}

const NETWORKS_EVERY_MS = 10_000;

/**
 * Opens the driver of one Incus or LXD server, or of the cluster it is a member of. A server that
 * is known and away has no host that is up, until it is back.
 * @throws Error that says what to do, where the server does not trust us, or was never known and
 *   does not answer.
 */
export async function openIncus(opening: IncusOpening): Promise<IncusDriver> {
  const { configuration, cloud, log, openPassword } = opening;
  const transport = opening.transport ?? createTransport(configuration);
  const engine = createEngine(transport, configuration.project);
  const known = await learn(engine, opening);
  let { networks } = known;
  const refresh = setInterval(() => {
    const failed = ({ message }: Error): void => log.debug({ message }, 'networks were not read');
    readNetworks(engine, configuration).then((read) => (networks = read), failed);
  }, NETWORKS_EVERY_MS);
  refresh.unref();
  const { isClustered, serverName } = known;
  let strangers: readonly Stranger[] = [];
  let rules: Rules | undefined;
  const context: IncusContext = {
    engine,
    configuration,
    cloud,
    log,
    openPassword,
    isClustered,
    serverName,
    networks: () => networks,
    closeAddress: async (machine) => rules?.close(machine),
  };
  if (configuration.securityGroups && known.hasAcls === true) {
    rules = createRules(context, () => strangers);
  }
  const others = {
    strangers: () => strangers,
    tell: (found: typeof strangers) => (strangers = found),
  };
  return {
    ...driverOf(context, known, others),
    ...(rules === undefined ? {} : { holdRules: (machines) => rules.hold(machines) }),
    zones: Object.keys(configuration.zones),
    known,
    blocks: () => networks.map(blockText),
    async close() {
      clearInterval(refresh);
      transport.close();
    },
  };
}

async function learn(
  engine: Engine,
  { configuration, log, known }: IncusOpening,
): Promise<KnownServer> {
  try {
    const facts = await readServer(engine, configuration);
    const networks = await readNetworks(engine, configuration);
    if (networks.length === 0) {
      const what = 'The server of machines has no managed network with an IPv4 subnet';
      log.warn({ networks: configuration.networks }, `${what}: nothing can be launched on it.`);
    }
    return { address: configuration.server, ...facts, networks };
  } catch (error) {
    const cause = error instanceof EngineError ? error : (error as Error).cause;
    if (known?.address !== configuration.server || !isAway(cause)) throw error;
    const { message } = error as Error;
    log.warn({ message }, 'The server of machines is away: nothing is launched until it is back.');
    return known;
  }
}

interface Others {
  strangers(): readonly Stranger[];
  tell(found: readonly Stranger[]): void;
}

function driverOf(
  context: IncusContext,
  facts: ServerFacts,
  others: Others,
): Omit<Driver, 'close'> {
  const hosts = createHosts(context);
  const networks = createNetworks(context);
  const tasks = createTasks();
  const task: RunTask = (verb, { key, generation }, work) =>
    tasks.run(`${verb}:${key}:${generation}`, work);
  // One that cannot be had by one machine goes back to the other by the same generation.
  const at = ({ key, machine, generation }: MachineInterface) => ({
    key: `${key}:${machine}`,
    generation,
  });
  const refused = () => Promise.resolve(failed('not-possible-on-this-server'));
  return {
    name: 'incus',
    capabilities: {
      verbs,
      get lacks() {
        return lacksOf(facts, context.configuration, context.networks());
      },
      later: facts.isClustered ? ['evacuate'] : [],
      remembers: true,
      liveHosts: true,
    },
    hosts: (zone) => hosts.inZone(zone),
    stock: () => [],
    create: (spec, call) => task('create', spec, () => create(context, spec, call)),
    start: (machine, call) => task('start', machine, () => start(context, machine, call)),
    stop: (machine, { mode }) => task('stop', machine, () => stop(context, machine, mode)),
    reboot: (machine, { mode }) => task('reboot', machine, () => reboot(context, machine, mode)),
    configure: (machine, change, call) =>
      task('configure', machine, () => configure(context, machine, { change, call })),
    destroy: (machine) => task('destroy', machine, () => destroy(context, machine)),
    rescue: refused,
    leaveRescue: refused,
    resize: (machine, size) => task('resize', machine, () => resize(context, machine, size)),
    readdress: (spec) => task('readdress', spec, () => readdress(context, spec)),
    interfaces: {
      attach: (one) => task('attach-interface', at(one), () => attachInterface(context, one)),
      detach: (one) => task('detach-interface', at(one), () => detachInterface(context, one)),
    },
    holdNetworks: (read, only) => networks.hold(read, only),
    rebuild: (spec, call) => task('rebuild', spec, () => rebuild(context, spec, call)),
    ...createStorage(context, task),
    inspect: (machine) => inspect(context, machine),
    inspectAll: createInspectAll(context, hosts, (found) => others.tell(found)),
    inspectStorage: () => inspectStorage(context),
    strangers: () => others.strangers(),
    watch: (changed) => watchEvents(context, changed),
    networkRefusal: ({ cidr }) => refusalOf(context.networks(), cidr),
    evacuate: (host) => evacuate(context, host),
    images: createImages(context),
    consoles: createConsoles(context),
    commands: createCommands(context),
  };
}
