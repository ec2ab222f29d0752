import { blankObject } from '#kernel/blank-object.ts';
import type { InstanceRow, NewInstance } from '#store/schema/instance.ts';
import type { System } from '../image/system.ts';
import type { Instance, InternetAccess, Prepaid, Spot } from './instance.ts';

/** What is in a column as it is, by its name there. */
const plain = {
  key: 'key',
  account: 'account',
  region: 'region',
  zone: 'zone',
  state: 'state',
  name: 'name',
  hostName: 'host_name',
  description: 'description',
  type: 'type',
  cpu: 'cpu',
  memoryMiB: 'memory_mib',
  image: 'image',
  vpc: 'vpc',
  subnet: 'subnet',
  privateAddress: 'private_ip',
  publicAddress: 'public_ip',
  chargeType: 'charge_type',
  renewalDay: 'renewal_day',
  launchedBy: 'launched_by',
  host: 'host',
  placementGroup: 'placement_group',
  placementPart: 'placement_part',
  hpcCluster: 'hpc_cluster',
  dedicatedHost: 'dedicated_host',
  hostAffinity: 'host_affinity',
  batch: 'batch',
  project: 'project',
  resourceGroup: 'resource_group',
  role: 'role',
  metadataTags: 'metadata_tags',
  maintenanceAction: 'maintenance_action',
  maintenanceFrom: 'maintenance_from',
  maintenanceTo: 'maintenance_to',
  privatePoolMatch: 'private_pool_match',
  createdAt: 'created_at',
  startedAt: 'started_at',
  stopMode: 'stop_mode',
  isolatedBy: 'isolated_by',
  releaseAt: 'release_at',
  spotEndsAt: 'spot_ends_at',
  expiresAt: 'expires_at',
  generation: 'generation',
  version: 'version',
  operation: 'operation',
  operationState: 'operation_state',
  operationRequest: 'operation_request',
  operationError: 'operation_error',
  fault: 'fault',
} as const;

type PlainName = keyof typeof plain;
const plainNames = Object.keys(plain) as readonly PlainName[];
const plainColumns = Object.values(plain);
const blank = blankObject(['seq', ...plainNames]);

/** A new instance: the store numbers it, and nothing is known to be wrong with it. */
export type NewlyMade = Omit<Instance, 'seq' | 'fault'>;

type Written = Omit<Instance, 'seq'>;
type Row = Record<string, string | number | null>;
type Values = Readonly<Row>;

/** What takes several columns, or another form: absent where it is not among what is written. */
const parts: {
  readonly [Name in Exclude<keyof Written, PlainName>]: (value: Written[Name]) => Values;
} = {
  internet: ({ chargeType, outMbps, inMbps, package: bandwidthPackage }) => ({
    internet_charge_type: chargeType,
    out_mbps: outMbps,
    in_mbps: inMbps,
    bandwidth_package: bandwidthPackage,
  }),
  prepaid: (prepaid) => ({
    period: prepaid?.period ?? null,
    period_unit: prepaid?.unit ?? null,
    renewal: prepaid?.renewal ?? null,
    renewal_period: prepaid?.renewalPeriod ?? null,
    renewal_unit: prepaid?.renewalUnit ?? prepaid?.unit ?? null,
  }),
  spot: (spot) => ({
    spot_strategy: spot?.strategy ?? null,
    spot_price_limit: spot?.priceLimit ?? null,
    spot_hours: spot?.durationHours ?? null,
    spot_interruption: spot?.interruption ?? null,
  }),
  login: ({ password, keepImageLogin }) => ({
    password,
    keep_image_login: keepImageLogin ? 1 : 0,
  }),
  system: (system) => ({ system: system === null ? null : JSON.stringify(system) }),
  protected: (is) => ({ protected: is ? 1 : 0 }),
  maintenanceNotify: (is) => ({ maintenance_notify: is ? 1 : 0 }),
  metadataAccess: ({ endpoint, tokens }) => ({ http_endpoint: endpoint, http_tokens: tokens }),
  own: (own) => ({ own: Object.keys(own).length === 0 ? null : JSON.stringify(own) }),
};

const writers = Object.entries(parts) as ReadonlyArray<
  readonly [keyof typeof parts, (value: unknown) => Values]
>;

/** The columns of what is given of an instance, and no others. */
export function columnsOf(given: Partial<Written>, values: Row = {}): Values {
  for (const name of plainNames) {
    const value = given[name];
    if (value !== undefined) values[plain[name]] = value;
  }
  for (const [name, write] of writers) {
    const value = given[name];
    if (value !== undefined) Object.assign(values, write(value));
  }
  return values;
}

/** All columns of a new row, as the first one has them: of copies see `blankObject`. */
let blankRow: Record<string, unknown> | undefined;

/** The row of a new instance. */
export function newRowOf(instance: NewlyMade): NewInstance {
  blankRow ??= blankObject(Object.keys(columnsOf(instance)));
  return columnsOf(instance, { ...blankRow } as Row) as unknown as NewInstance;
}

/** An instance as its row says. */
export function instanceOf(row: InstanceRow): Instance {
  const found: Record<string, unknown> = { ...blank };
  found['seq'] = row.seq;
  for (let at = 0; at < plainNames.length; at += 1) {
    found[plainNames[at] as PlainName] = row[plainColumns[at] as (typeof plainColumns)[number]];
  }
  const instance = found as Pick<Instance, PlainName | 'seq'>;
  return {
    ...instance,
    internet: {
      chargeType: row.internet_charge_type as InternetAccess['chargeType'],
      outMbps: row.out_mbps,
      inMbps: row.in_mbps,
      package: row.bandwidth_package,
    },
    prepaid: prepaidOf(row),
    spot: spotOf(row),
    login: { password: row.password, keepImageLogin: row.keep_image_login === 1 },
    system: row.system === null ? null : (JSON.parse(row.system) as System),
    protected: row.protected === 1,
    maintenanceNotify: row.maintenance_notify === 1,
    metadataAccess: {
      endpoint: row.http_endpoint as 'enabled' | 'disabled',
      tokens: row.http_tokens as 'optional' | 'required',
    },
    own: row.own === null ? {} : (JSON.parse(row.own) as Instance['own']),
  };
}

function prepaidOf(row: InstanceRow): Prepaid | null {
  if (row.period === null) return null;
  return {
    period: row.period,
    unit: row.period_unit as Prepaid['unit'],
    renewal: row.renewal as Prepaid['renewal'],
    renewalPeriod: row.renewal_period ?? 1,
    renewalUnit: row.renewal_unit as Prepaid['unit'],
  };
}

function spotOf(row: InstanceRow): Spot | null {
  if (row.spot_strategy === null) return null;
  return {
    strategy: row.spot_strategy as Spot['strategy'],
    priceLimit: row.spot_price_limit,
    durationHours: row.spot_hours ?? 0,
    interruption: row.spot_interruption as Spot['interruption'],
  };
}
