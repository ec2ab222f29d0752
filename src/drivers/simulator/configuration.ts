import { verbs } from '../verbs.ts';
import type { Verb } from '../verbs.ts';
import { fieldsOf, numberIn, textIn } from '#kernel/json-fields.ts';
import type { Field } from '#kernel/json-fields.ts';
import { delays, usualDelaysMs } from './delays.ts';
import type { Delay, Range } from './delays.ts';

/** What the simulator pretends; documented key by key in docs/reference/simulator.md. */
export interface SimulatorConfiguration {
  readonly seed: string;
  readonly hosts: HostsConfiguration;
  readonly stock: readonly StockEntry[];
  readonly delaysMs: Readonly<Record<Delay, Range>>;
  /** Fractions of calls that fail for good; none of a verb that is not named. */
  readonly failureRates: Readonly<Partial<Record<Verb, number>>>;
  /** Overrides of the cloud's quotas, by quota name. */
  readonly quotas: Readonly<Record<string, number>>;
}

export interface HostSize {
  /** Hosts of the zone. */
  readonly perZone: number;
  /** Virtual CPUs of each host. */
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly diskGiB: number;
  /** How many hosts stand in a rack, and how many racks share a switch. */
  readonly perRack?: number;
  readonly racksPerSwitch?: number;
}

export interface HostsConfiguration extends HostSize {
  /** By neutral zone name; what an override leaves out is as in the other zones. */
  readonly zones: Readonly<Record<string, Partial<HostSize>>>;
}

/** A limit on what is launched under every name given; a name that is left out is any. */
export interface StockEntry {
  readonly type?: string;
  readonly zone?: string;
  readonly charge?: string;
  readonly remaining: number | 'sold-out';
}

/** Names that keys of the file must be of, where the cloud knows them. */
export interface KnownNames {
  readonly zones?: readonly string[];
  /** The zone of a name that a vendor has for it. */
  readonly zoneNamed?: (name: string) => string | undefined;
  readonly charges?: readonly string[];
  readonly quotas?: readonly string[];
  /** Types are too many to list, and some follow a rule. */
  readonly isType?: (name: string) => boolean;
}

const HOST_SIZES: ReadonlyArray<keyof HostSize> = [
  'perZone',
  'cpu',
  'memoryGiB',
  'diskGiB',
  'perRack',
  'racksPerSwitch',
];
const STOCK_NAMES = ['type', 'zone', 'charge'] as const;
const ENTRIES_MAX = 10_000;
const HOSTS_MAX = 65_536;
const SIZE_MAX = 1_048_576;
const DELAY_MS_MAX = 86_400_000;

/** Where no file says otherwise: a million of the smallest instances fit each zone. */
export const defaultConfiguration: SimulatorConfiguration = {
  seed: 'yuntai',
  hosts: {
    perZone: 1_024,
    cpu: 1_024,
    memoryGiB: 4_096,
    diskGiB: 102_400,
    perRack: 8,
    racksPerSwitch: 4,
    zones: {},
  },
  stock: [],
  delaysMs: usualDelaysMs,
  failureRates: {},
  quotas: {},
};

/**
 * Reads the text of a simulator.json. Keys it leaves out have their defaults.
 * @throws Error that names the path in the file and what is expected there.
 */
export function parseConfiguration(text: string, known: KnownNames = {}): SimulatorConfiguration {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`The file is not JSON: ${(error as Error).message}`, { cause: error });
  }
  const base = defaultConfiguration;
  const keys = ['seed', 'hosts', 'stock', 'delaysMs', 'failureRates', 'quotas'];
  const file = fieldsOf({ path: '$', value: json }, keys);
  const { seed, hosts, stock, delaysMs, failureRates, quotas } = file;
  return {
    seed: seed === undefined ? base.seed : textIn(seed),
    hosts: hosts === undefined ? base.hosts : hostsIn(hosts, known),
    stock: stock === undefined ? base.stock : stockIn(stock, known),
    delaysMs: delaysMs === undefined ? base.delaysMs : delaysIn(delaysMs),
    failureRates: failureRates === undefined ? base.failureRates : ratesIn(failureRates),
    quotas: quotas === undefined ? base.quotas : quotasIn(quotas, known),
  };
}

/**
 * What the environment overrides: YUNTAI_SIMULATOR_BOOT_MS, the milliseconds of a boot.
 * @throws Error where it is no whole number of milliseconds up to a day.
 */
export function withEnvironment(
  configuration: SimulatorConfiguration,
  env: Readonly<Record<string, string | undefined>>,
): SimulatorConfiguration {
  const given = env['YUNTAI_SIMULATOR_BOOT_MS'];
  if (given === undefined || given === '') return configuration;
  const value = /^\d+$/.test(given) ? Number(given) : given;
  const ms = numberIn({ path: 'YUNTAI_SIMULATOR_BOOT_MS', value }, { max: DELAY_MS_MAX });
  const boot = { min: ms, max: ms };
  return { ...configuration, delaysMs: { ...configuration.delaysMs, boot } };
}

function hostsIn(field: Field, known: KnownNames): HostsConfiguration {
  const fields = fieldsOf(field, [...HOST_SIZES, 'zones']);
  const given = fields['zones'];
  const zones = given === undefined ? {} : fieldsOf(given);
  const overrides = Object.entries(zones).map(([name, value]): [string, Partial<HostSize>] => {
    const zone = zoneOf(name, known);
    // Refuses the name.
    if (zone === undefined && given !== undefined) fieldsOf(given, known.zones);
    return [zone ?? name, sizeIn(fieldsOf(value, HOST_SIZES))];
  });
  return { ...defaultConfiguration.hosts, ...sizeIn(fields), zones: Object.fromEntries(overrides) };
}

function sizeIn(fields: Readonly<Record<string, Field>>): Partial<HostSize> {
  const size: { -readonly [Name in keyof HostSize]?: number } = {};
  for (const name of HOST_SIZES) {
    const field = fields[name];
    const max = name === 'perZone' ? HOSTS_MAX : SIZE_MAX;
    if (field !== undefined) size[name] = numberIn(field, { max });
  }
  return size;
}

function stockIn(field: Field, known: KnownNames): readonly StockEntry[] {
  const { value, path } = field;
  if (!Array.isArray(value)) throw new Error(`${path} must be a list of stock entries.`);
  if (value.length > ENTRIES_MAX) throw new Error(`${path} has more than ${ENTRIES_MAX} entries.`);
  return value.map((entry: unknown, index) =>
    stockEntryIn({ path: `${path}[${index}]`, value: entry }, known),
  );
}

function stockEntryIn(field: Field, known: KnownNames): StockEntry {
  const fields = fieldsOf(field, [...STOCK_NAMES, 'remaining']);
  const names = launchNamesIn(fields, known);
  const { remaining } = fields;
  if (remaining?.value === 'sold-out') return { ...names, remaining: 'sold-out' };
  if (typeof remaining?.value !== 'number') {
    throw new Error(`${field.path}.remaining must be a whole number or "sold-out".`);
  }
  return { ...names, remaining: numberIn(remaining, { max: Number.MAX_SAFE_INTEGER }) };
}

/** Which launches are meant: a name that the cloud does not know would mean none, silently. */
export function launchNamesIn(
  { type, zone, charge }: Readonly<Record<string, Field>>,
  known: KnownNames,
): Omit<StockEntry, 'remaining'> {
  return {
    ...(type && { type: typeIn(type, known) }),
    ...(zone && { zone: zoneIn(zone, known) }),
    ...(charge && { charge: textIn(charge, known.charges) }),
  };
}

/** The neutral name of a zone, which may be written as a vendor does. */
export function zoneIn(field: Field, known: KnownNames): string {
  return zoneOf(textIn(field), known) ?? textIn(field, known.zones);
}

function zoneOf(name: string, { zones, zoneNamed }: KnownNames): string | undefined {
  return zones?.includes(name) === true ? name : zoneNamed?.(name);
}

function typeIn(field: Field, { isType = () => true }: KnownNames): string {
  const type = textIn(field);
  if (isType(type)) return type;
  const asWritten = 'types are written as the vendors write them, such as S5.MEDIUM4';
  throw new Error(`${field.path} is ${JSON.stringify(type)}, which is no type; ${asWritten}.`);
}

function delaysIn(field: Field): SimulatorConfiguration['delaysMs'] {
  const fields = fieldsOf(field, delays);
  const delaysMs = { ...defaultConfiguration.delaysMs };
  for (const name of delays) {
    const given = fields[name];
    if (given !== undefined) delaysMs[name] = rangeIn(given);
  }
  return delaysMs;
}

function rangeIn(field: Field): Range {
  const bounds = { max: DELAY_MS_MAX };
  if (!Array.isArray(field.value)) {
    const ms = numberIn(field, bounds);
    return { min: ms, max: ms };
  }
  const [least, most] = field.value as readonly unknown[];
  const min = numberIn({ path: `${field.path}[0]`, value: least }, bounds);
  const max = numberIn({ path: `${field.path}[1]`, value: most }, bounds);
  if (field.value.length === 2 && min <= max) return { min, max };
  throw new Error(`${field.path} must be milliseconds or [least, most].`);
}

function ratesIn(field: Field): SimulatorConfiguration['failureRates'] {
  const fields = fieldsOf(field, verbs);
  const rates = { ...defaultConfiguration.failureRates };
  for (const verb of verbs) {
    const given = fields[verb];
    if (given !== undefined) rates[verb] = numberIn(given, { max: 1, fraction: true });
  }
  return rates;
}

function quotasIn(field: Field, known: KnownNames): Readonly<Record<string, number>> {
  const entries = Object.entries(fieldsOf(field, known.quotas));
  const max = Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(entries.map(([name, value]) => [name, numberIn(value, { max })]));
}
