import type {
  Driver,
  DriverAnswer,
  DriverCall,
  DriverStorage,
  HostReport,
  Machine,
  MachineState,
  Stock,
  StockKind,
  StockQuery,
  StopMode,
} from '../driver.ts';
import { verbs } from '../verbs.ts';
import type { Verb } from '../verbs.ts';
import type { HostSize, SimulatorConfiguration, StockEntry } from './configuration.ts';
import { simulatedCommands } from './commands.ts';
import { simulatedConsoles } from './console.ts';
import { fate } from './fate.ts';
import { createProvocations } from './provocation.ts';
import type { Provocation, Provocations, Subject } from './provocation.ts';

/** The driver of a cloud without machines, and what an operator may do to it while it runs. */
export interface Simulator extends Driver {
  readonly configuration: SimulatorConfiguration;
  /** @throws Error where it is out of bounds, or too many are in force. */
  provoke(provocation: Provocation): void;
  /** What is in force; `times` are those left. */
  provocations(): readonly Provocation[];
  clearProvocations(): void;
  /** The spot price that is pinned there, in percent of the listed one. */
  spotPercent(place: { readonly type: string; readonly zone: string }): number | undefined;
}

/** Why a machine fails by the configured rate; what else fails says which verb it was. */
const REASON_OF: Readonly<Partial<Record<Verb, string>>> = {
  create: 'boot-failed',
  start: 'boot-failed',
  stop: 'guest-did-not-stop',
  reboot: 'guest-did-not-stop',
  configure: 'guest-not-changed',
  rebuild: 'boot-failed',
  destroy: 'host-did-not-answer',
};

const MIB_PER_GIB = 1_024;

/**
 * A driver that computes instead of remembering: what becomes of a call is a hash of seed, verb,
 * key and generation, and how far it is follows from when it began. A million machines cost it
 * nothing, a restart loses nothing, and the same seed gives the same cloud.
 */
export function createSimulator(configuration: SimulatorConfiguration): Simulator {
  const provoked = createProvocations();
  const answer = (verb: Verb, subject: Subject, call: ModedCall): Promise<DriverAnswer> =>
    Promise.resolve(answerOf({ configuration, provoked, verb, subject }, call));
  return {
    name: 'simulator',
    configuration,
    capabilities: {
      verbs,
      later: [],
      lacks: {},
      remembers: false,
      liveHosts: false,
    },
    hosts: (zone) => Promise.resolve(hostsOf(configuration, zone)),
    stock: (query) => stockOf(configuration.stock, provoked.list(), query),
    create: (spec, call) => answer('create', spec, call),
    start: (machine, call) => answer('start', machine, call),
    stop: (machine, { mode }, call) => answer('stop', machine, { ...call, mode }),
    reboot: (machine, { mode }, call) => answer('reboot', machine, { ...call, mode }),
    configure: (machine, _change, call) => answer('configure', machine, call),
    rebuild: (spec, call) => answer('rebuild', spec, call),
    rescue: (machine, _login, call) => answer('rescue', machine, call),
    leaveRescue: (machine, call) => answer('leave-rescue', machine, call),
    readdress: (spec, call) => answer('readdress', spec, call),
    resize: (machine, _size, call) => answer('resize', machine, call),
    destroy: (machine, call) => answer('destroy', machine, call),
    interfaces: {
      attach: (one, call) => answer('attach-interface', one, call),
      detach: (one, call) => answer('detach-interface', one, call),
    },
    ...storageOf(answer),
    consoles: simulatedConsoles,
    commands: simulatedCommands,
    inspect: (machine) => Promise.resolve({ state: seen(provoked.list(), machine) }),
    networkRefusal: () => undefined,
    close: () => Promise.resolve(),
    provoke: (provocation) => provoked.add(provocation),
    provocations: () => provoked.list(),
    clearProvocations: () => provoked.clear(),
    spotPercent: (place) => provoked.spotPercent(place),
  };
}

type Answer = (verb: Verb, subject: Subject, call: DriverCall) => Promise<DriverAnswer>;

function storageOf(answer: Answer): DriverStorage {
  return {
    volumes: {
      create: (spec, call) => answer('create-disk', spec, call),
      attach: (volume, call) => answer('attach-disk', volume, call),
      detach: (volume, call) => answer('detach-disk', volume, call),
      resize: (spec, call) => answer('resize-disk', spec, call),
      restore: (volume, _snapshot, call) => answer('restore-disk', volume, call),
      destroy: (volume, call) => answer('destroy-disk', volume, call),
    },
    snapshots: {
      create: (snapshot, _volume, call) => answer('create-snapshot', snapshot, call),
      copy: (snapshot, _from, call) => answer('copy-snapshot', snapshot, call),
      destroy: (snapshot, call) => answer('destroy-snapshot', snapshot, call),
    },
    machineImages: {
      publish: (image, _from, call) => answer('publish-image', image, call),
      copy: (image, _from, call) => answer('copy-image', image, call),
      import: (image, _url, call) => answer('import-image', image, call),
      export: (image, _url, call) => answer('export-image', image, call),
      destroy: (image, call) => answer('destroy-image', image, call),
    },
  };
}

interface ModedCall extends DriverCall {
  readonly mode?: StopMode;
}

interface SimulatedCall {
  readonly configuration: SimulatorConfiguration;
  readonly provoked: Provocations;
  readonly verb: Verb;
  readonly subject: Subject;
}

function answerOf(request: SimulatedCall, { beganAt, now, mode }: ModedCall): DriverAnswer {
  const { configuration, provoked, verb, subject } = request;
  const failing = provoked.failing(verb, subject);
  if (failing !== undefined) {
    const { reason = 'provoked', retryable = false } = failing;
    return { state: 'failed', reason, retryable };
  }
  const rate = configuration.failureRates[verb] ?? 0;
  const bad = mode !== 'hard' && rate > 0 && part('failure', request) < rate;
  const { min, max } = configuration.delaysMs[verb === 'create' ? 'boot' : verb];
  const drawn = min === max ? min : min + Math.floor(part('delay', request) * (max - min + 1));
  const delay = drawn + provoked.addedMs(verb, subject);
  // A guest that does not stop by itself is waited for, then its power is cut.
  const cut = bad && mode === 'soft-then-hard';
  const left = beganAt + (cut ? 2 * delay : delay) - now;
  if (left > 0) return { state: 'pending', pollAfterMs: left };
  if (!bad || cut) return { state: 'done' };
  return { state: 'failed', reason: REASON_OF[verb] ?? `${verb}-failed`, retryable: false };
}

function part(what: string, { configuration, verb, subject }: SimulatedCall): number {
  return fate(configuration.seed, [what, verb, subject.key, subject.generation]);
}

/** The hosts that a configuration gives a zone: every one of them is always up. */
export function hostsOf(
  configuration: SimulatorConfiguration,
  zone: string,
): readonly HostReport[] {
  const { perZone, cpu, memoryGiB, diskGiB } = sizeOf(configuration, zone);
  const memoryMiB = memoryGiB * MIB_PER_GIB;
  return Array.from({ length: perZone }, (_, index) => {
    const key = `${zone}-${String(index + 1).padStart(4, '0')}`;
    return { key, zone, state: 'up', cpu, memoryMiB, diskGiB };
  });
}

/** Whether it gives the zone any host. */
export function hasHosts(configuration: SimulatorConfiguration, zone: string): boolean {
  return sizeOf(configuration, zone).perZone > 0;
}

function sizeOf({ hosts }: SimulatorConfiguration, zone: string): HostSize {
  const own = Object.hasOwn(hosts.zones, zone) ? hosts.zones[zone] : undefined;
  return { ...hosts, ...own };
}

function stockOf(
  entries: readonly StockEntry[],
  provocations: readonly Provocation[],
  query: StockQuery,
): readonly Stock[] {
  const matching: Stock[] = [];
  const provoked = provocations.filter((each) => each.effect === 'sold-out');
  const soldOut = provoked.map((each) => ({ ...each, remaining: 'sold-out' as const }));
  for (const each of [...entries, ...soldOut]) {
    const { type, zone, charge, remaining } = each;
    if (type !== undefined && type !== query.type) continue;
    if (zone !== undefined && zone !== query.zone) continue;
    if (charge !== undefined && charge !== query.charge) continue;
    const entry = `${type ?? '*'}/${zone ?? '*'}/${charge ?? '*'}`;
    const limit = remaining === 'sold-out' ? 0 : remaining;
    matching.push({ entry, limit, limits: kindOf(each) });
  }
  return matching;
}

function kindOf({ type, charge }: Omit<StockEntry, 'remaining'>): StockKind {
  if (charge !== undefined) return 'charge';
  return type === undefined ? 'zone' : 'type';
}

function seen(provocations: readonly Provocation[], machine: Machine): MachineState {
  const told = provocations.findLast(
    (each) => each.effect === 'seen' && each.machine === machine.key,
  );
  return told?.effect === 'seen' ? told.state : 'unknown';
}
