import { fieldsOf, numberIn, textIn, type Field } from '#kernel/json-fields.ts';

/** Which server machines are made on, and how; an `incus.json` holds what is not the default. */
export interface IncusConfiguration {
  /** `unix:/path/unix.socket` or `https://host:8443`. */
  readonly server: string;
  /** Files in PEM, for https: ours, its key, and the one certificate the server may show. */
  readonly certificate?: string;
  readonly key?: string;
  readonly serverCertificate?: string;
  readonly project: string;
  readonly machines: 'container' | 'virtual-machine';
  readonly storagePool: string;
  /** Managed networks with an IPv4 subnet; none means every one that there is. */
  readonly networks: readonly string[];
  /** Applied to every machine, below what the cloud says of it. */
  readonly profiles: readonly string[];
  /** Which members are which zone, by the neutral names of zones. */
  readonly zones: Readonly<Record<string, ZoneMembers>>;
  /** How much is given out of what a member has. */
  readonly overcommit: Overcommit;
  /** What of a member is kept for itself. */
  readonly reserve: Reserve;
  /** How long a guest may take to stop when it is asked to. */
  readonly softStopSeconds: number;
  /** Whether a public address becomes a network forward; without, machines have none. */
  readonly publicAddresses: boolean;
  /** Whether the rules of security groups hold on the networks; without, all traffic passes. */
  readonly securityGroups: boolean;
}

/** Members by name, all of them, or those of a cluster group or a failure domain. */
export type ZoneMembers =
  | '*'
  | readonly string[]
  | { readonly group: string }
  | { readonly failureDomain: string };

export interface Overcommit {
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
}

export interface Reserve {
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
}

const OVERCOMMIT_MAX = 1_000;
const RESERVE_MAX = 1_000_000_000;
const SOFT_STOP_SECONDS_MAX = 3_600;
const LIST_MAX = 1_000;
const NAMES = [
  'server',
  'certificate',
  'key',
  'serverCertificate',
  'project',
  'machines',
  'storagePool',
  'networks',
  'profiles',
  'zones',
  'overcommit',
  'reserve',
  'softStopSeconds',
  'publicAddresses',
  'securityGroups',
];

/** What holds where nothing is said; the zone is one that both vendors have. */
export const defaultIncusConfiguration: Omit<IncusConfiguration, 'server'> = {
  project: 'default',
  machines: 'container',
  storagePool: 'default',
  networks: [],
  profiles: [],
  zones: { 'guangzhou-3': '*' },
  overcommit: { cpu: 1, memory: 1, disk: 1 },
  reserve: { cpu: 0, memoryMiB: 0, diskGiB: 0 },
  softStopSeconds: 60,
  publicAddresses: false,
  securityGroups: true,
};

/** What the command line says, over the file. */
export type IncusOptions = Partial<
  Pick<IncusConfiguration, 'server' | 'certificate' | 'key' | 'serverCertificate'>
>;

/**
 * Reads the text of an `incus.json`; `zones` are the names that may be mapped, any where left out.
 * @throws Error that says what stands where it may not.
 */
export function parseIncusConfiguration(
  text: string,
  { options = {}, zones }: { options?: IncusOptions; zones?: readonly string[] } = {},
): IncusConfiguration {
  const fields = fieldsOf({ path: '$', value: parsed(text) }, NAMES);
  const base = defaultIncusConfiguration;
  const of = <Value>(name: string, read: (field: Field) => Value, otherwise: Value): Value => {
    const field = fields[name];
    return field === undefined ? otherwise : read(field);
  };
  const serverText = options.server ?? of('server', (field) => textIn(field), '');
  return {
    server: serverIn(serverText),
    ...files(fields, options),
    project: of('project', (field) => textIn(field), base.project),
    machines: of('machines', machinesIn, base.machines),
    storagePool: of('storagePool', (field) => textIn(field), base.storagePool),
    networks: of('networks', namesIn, base.networks),
    profiles: of('profiles', namesIn, base.profiles),
    zones: of('zones', (field) => zonesIn(field, zones), base.zones),
    overcommit: of('overcommit', overcommitIn, base.overcommit),
    reserve: of('reserve', reserveIn, base.reserve),
    softStopSeconds: of(
      'softStopSeconds',
      (field) => numberIn(field, { max: SOFT_STOP_SECONDS_MAX }),
      base.softStopSeconds,
    ),
    publicAddresses: of('publicAddresses', truthIn, base.publicAddresses),
    securityGroups: of('securityGroups', truthIn, base.securityGroups),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`It is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

function serverIn(server: string): string {
  if (/^unix:\/./.test(server) || /^https:\/\/[^/?#]+\/?$/.test(server)) return server;
  const what = server === '' ? 'No Incus or LXD server is named' : `${server} names no server`;
  throw new Error(`${what}: write unix:/path/unix.socket or https://host:8443.`);
}

const FILES = ['certificate', 'key', 'serverCertificate'] as const;

function files(fields: Readonly<Record<string, Field>>, options: IncusOptions): IncusOptions {
  const found: { -readonly [Name in (typeof FILES)[number]]?: string } = {};
  for (const name of FILES) {
    const field = fields[name];
    const file = options[name] ?? (field === undefined ? undefined : textIn(field));
    if (file !== undefined) found[name] = file;
  }
  return found;
}

function machinesIn(field: Field): IncusConfiguration['machines'] {
  return textIn(field, ['container', 'virtual-machine']) as IncusConfiguration['machines'];
}

function truthIn({ path, value }: Field): boolean {
  if (typeof value === 'boolean') return value;
  throw new Error(`${path} must be true or false.`);
}

function namesIn({ path, value }: Field): readonly string[] {
  if (!Array.isArray(value) || value.length > LIST_MAX) {
    throw new Error(`${path} must be a list of up to ${LIST_MAX} names.`);
  }
  return value.map((each: unknown, index) => textIn({ path: `${path}[${index}]`, value: each }));
}

function zonesIn(field: Field, known?: readonly string[]): IncusConfiguration['zones'] {
  const entries = Object.entries(fieldsOf(field, known));
  if (entries.length === 0) throw new Error(`${field.path} must map one zone at least.`);
  return Object.fromEntries(entries.map(([zone, members]) => [zone, membersIn(members)]));
}

function membersIn(field: Field): ZoneMembers {
  if (field.value === '*') return '*';
  if (Array.isArray(field.value)) return namesIn(field);
  const { group, failureDomain } = fieldsOf(field, ['group', 'failureDomain']);
  if (group !== undefined && failureDomain === undefined) return { group: textIn(group) };
  if (failureDomain !== undefined && group === undefined) {
    return { failureDomain: textIn(failureDomain) };
  }
  const forms = '"*", a list of members, {"group": …} or {"failureDomain": …}';
  throw new Error(`${field.path} must be ${forms}.`);
}

function overcommitIn(field: Field): Overcommit {
  const bounds = { max: OVERCOMMIT_MAX, fraction: true };
  const { cpu, memory, disk } = fieldsOf(field, ['cpu', 'memory', 'disk']);
  const of = (each: Field | undefined) => (each === undefined ? 1 : numberIn(each, bounds));
  return { cpu: of(cpu), memory: of(memory), disk: of(disk) };
}

function reserveIn(field: Field): Reserve {
  const { cpu, memoryMiB, diskGiB } = fieldsOf(field, ['cpu', 'memoryMiB', 'diskGiB']);
  const of = (each: Field | undefined) =>
    each === undefined ? 0 : numberIn(each, { max: RESERVE_MAX });
  return { cpu: of(cpu), memoryMiB: of(memoryMiB), diskGiB: of(diskGiB) };
}
