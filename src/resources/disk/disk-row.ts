import type { DiskRow, NewDisk } from '#store/schema/disk.ts';
import type { Prepaid } from '../instance/instance.ts';
import { instanceDiskOf, type Disk, type DiskOperation } from './disk.ts';

/** What is in a column as it is, by its name there. */
const plain = {
  key: 'key',
  account: 'account',
  region: 'region',
  zone: 'zone',
  instance: 'instance',
  role: 'role',
  category: 'category',
  sizeGiB: 'size_gib',
  name: 'name',
  state: 'state',
  device: 'device',
  host: 'host',
  chargeType: 'charge_type',
  renewalDay: 'renewal_day',
  expiresAt: 'expires_at',
  project: 'project',
  resourceGroup: 'resource_group',
  snapshot: 'snapshot',
  backupQuota: 'backup_quota',
  createdAt: 'created_at',
  attachedAt: 'attached_at',
  detachedAt: 'detached_at',
  lastInstance: 'last_instance',
  recycledAt: 'recycled_at',
  rollbackAt: 'rollback_at',
  rollbackDue: 'rollback_due',
  generation: 'generation',
  version: 'version',
  operation: 'operation',
  operationState: 'operation_state',
  operationRequest: 'operation_request',
  operationError: 'operation_error',
} as const satisfies Partial<Record<keyof Disk, keyof DiskRow>>;

/** A new disk: the store numbers it. */
export type NewlyMadeDisk = Omit<Disk, 'seq'>;
type Values = Readonly<Record<string, string | number | null>>;

const flagOf = (column: string) => (is: boolean) => ({ [column]: is ? 1 : 0 });

/** What takes several columns, or another form. */
const parts: {
  readonly [Name in Exclude<keyof NewlyMadeDisk, keyof typeof plain>]: (
    value: NewlyMadeDisk[Name],
  ) => Values;
} = {
  prepaid: (prepaid) => ({
    period: prepaid?.period ?? null,
    period_unit: prepaid?.unit ?? null,
    renewal: prepaid?.renewal ?? null,
    renewal_period: prepaid?.renewalPeriod ?? null,
    renewal_unit: prepaid?.renewalUnit ?? prepaid?.unit ?? null,
  }),
  deleteWithInstance: flagOf('delete_with_instance'),
  portable: flagOf('portable'),
  encrypted: flagOf('encrypted'),
  autoSnapshot: flagOf('auto_snapshot'),
  deleteAutoSnapshot: flagOf('delete_auto_snapshot'),
  doc: (doc) => ({ doc: JSON.stringify(doc) }),
};

/** The columns of what is given of a disk, and no others. */
export function diskColumnsOf(given: Partial<NewlyMadeDisk>): Values {
  const values: Record<string, string | number | null> = {};
  for (const [name, column] of Object.entries(plain)) {
    const value = given[name as keyof typeof plain];
    if (value !== undefined) values[column] = value;
  }
  for (const [name, write] of Object.entries(parts)) {
    const value = given[name as keyof typeof parts];
    if (value !== undefined) Object.assign(values, (write as (value: unknown) => Values)(value));
  }
  return values;
}

export function newDiskRowOf(disk: NewlyMadeDisk): NewDisk {
  return diskColumnsOf(disk) as unknown as NewDisk;
}

/** What of a disk is its own from its beginning, unless something else is said. */
export const plainDisk = {
  state: 'in-use',
  instance: null,
  host: null,
  device: null,
  name: null,
  portable: false,
  deleteWithInstance: false,
  autoSnapshot: true,
  deleteAutoSnapshot: false,
  encrypted: false,
  chargeType: null,
  prepaid: null,
  renewalDay: null,
  expiresAt: null,
  project: null,
  resourceGroup: null,
  snapshot: null,
  backupQuota: 0,
  attachedAt: null,
  detachedAt: null,
  lastInstance: null,
  recycledAt: null,
  rollbackAt: null,
  rollbackDue: null,
  generation: 1,
  version: 1,
  operation: null,
  operationState: null,
  operationRequest: null,
  operationError: null,
  doc: {},
} as const satisfies Partial<NewlyMadeDisk>;

/** A disk as its row says. */
export function diskOf(row: DiskRow): Disk {
  return {
    ...instanceDiskOf(row),
    seq: row.seq,
    account: row.account,
    region: row.region,
    encrypted: row.encrypted === 1,
    prepaid: prepaidOf(row),
    renewalDay: row.renewal_day,
    expiresAt: row.expires_at,
    project: row.project,
    resourceGroup: row.resource_group,
    autoSnapshot: row.auto_snapshot === 1,
    deleteAutoSnapshot: row.delete_auto_snapshot === 1,
    backupQuota: row.backup_quota,
    attachedAt: row.attached_at,
    detachedAt: row.detached_at,
    lastInstance: row.last_instance,
    recycledAt: row.recycled_at,
    rollbackAt: row.rollback_at,
    rollbackDue: row.rollback_due,
    version: row.version,
    operation: row.operation as DiskOperation | null,
    operationState: row.operation_state as Disk['operationState'],
    operationRequest: row.operation_request,
    operationError: row.operation_error,
  };
}

function prepaidOf(row: DiskRow): Prepaid | null {
  if (row.period === null) return null;
  return {
    period: row.period,
    unit: row.period_unit as Prepaid['unit'],
    renewal: row.renewal as Prepaid['renewal'],
    renewalPeriod: row.renewal_period ?? 1,
    renewalUnit: row.renewal_unit as Prepaid['unit'],
  };
}
