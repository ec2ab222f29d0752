import type { InstanceRow, NewInstance } from '#store/schema/instance.ts';
import type { InstanceState } from './states.ts';

/** How an instance is paid: an hour at a time, in advance, as spot, or with a dedicated host. */
export const chargeTypes = ['postpaid', 'prepaid', 'spot', 'dedicated-host'] as const;
export type ChargeType = (typeof chargeTypes)[number];

/** The latest operation, as a neutral verb; each vendor has its own name for it (D15). */
export type Operation =
  | 'launch'
  | 'start'
  | 'stop'
  | 'reboot'
  | 'terminate'
  | 'renew'
  | 'reset-password'
  | 'change-attributes'
  | 'change-project'
  | 'change-renewal'
  | 'bind-key-pairs'
  | 'unbind-key-pairs';

export type OperationState = 'operating' | 'success' | 'failed';

/**
 * What a look at a machine can show: its host does not answer, or somebody removed it. Such an
 * instance is `stopped` until it is seen again.
 */
export type MachineFault = 'unreachable' | 'absent';

/** A virtual machine as the domain sees it. Times are cloud milliseconds. */
export interface Instance {
  readonly seq: number;
  readonly key: string;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly state: InstanceState;
  /** Null where the user gave none: each vendor shows its own default (D15). */
  readonly name: string | null;
  readonly type: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly image: string;
  readonly vpc: string;
  readonly subnet: string;
  /** Integers; null where none is held. */
  readonly privateAddress: number | null;
  readonly publicAddress: number | null;
  readonly chargeType: ChargeType;
  /** The catalogue (so the vendor) it was launched through. */
  readonly launchedBy: string;
  readonly host: string | null;
  readonly batch: string;
  readonly project: number;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly generation: number;
  readonly version: number;
  readonly operation: Operation | null;
  readonly operationState: OperationState | null;
  readonly operationRequest: string | null;
  /** What is wrong with its machine; null where nothing is known to be. */
  readonly fault: MachineFault | null;
  readonly doc: InstanceDoc;
}

/** What of an instance is neither filtered, joined nor counted. */
export interface InstanceDoc {
  readonly hostName: string | null;
  readonly description: string | null;
  /** In order of priority. */
  readonly securityGroups: readonly string[];
  readonly login: InstanceLogin;
  readonly internet: InternetAccess;
  readonly prepaid: Prepaid | null;
  readonly spot: Spot | null;
  /** How it was last stopped; null while it was not. */
  readonly stopMode: 'keep-charging' | 'stop-charging' | null;
  readonly isolatedBy: 'user' | 'expiry' | 'arrears' | null;
  readonly protected: boolean;
  /** Cloud milliseconds at which it is released by itself; null for never. */
  readonly releaseAt: number | null;
  readonly startedAt: number | null;
  /** Base64, as it was given. */
  readonly userData: string | null;
  readonly operationError: string | null;
  /** What one vendor alone knows of it, in that vendor's words. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** The password is sealed. Key pairs are links of their own. */
export interface InstanceLogin {
  readonly password: string | null;
  readonly keepImageLogin: boolean;
}

export interface InternetAccess {
  readonly chargeType: 'traffic' | 'bandwidth-hourly' | 'bandwidth-prepaid' | 'bandwidth-package';
  readonly outMbps: number;
  readonly inMbps: number;
  readonly package: string | null;
}

export interface Prepaid {
  readonly period: number;
  readonly unit: 'month' | 'week';
  readonly renewal: 'auto' | 'manual' | 'off';
  readonly renewalPeriod: number;
}

export interface Spot {
  readonly strategy: 'price-limit' | 'as-price-go';
  readonly priceLimit: string | null;
  readonly durationHours: number;
  readonly interruption: 'terminate' | 'stop';
}

export function instanceOf(row: InstanceRow): Instance {
  return {
    seq: row.seq,
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    state: row.state as InstanceState,
    name: row.name,
    type: row.type,
    cpu: row.cpu,
    memoryMiB: row.memory_mib,
    image: row.image,
    vpc: row.vpc,
    subnet: row.subnet,
    privateAddress: row.private_ip,
    publicAddress: row.public_ip,
    chargeType: row.charge_type as ChargeType,
    launchedBy: row.launched_by,
    host: row.host,
    batch: row.batch,
    project: row.project,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    generation: row.generation,
    version: row.version,
    operation: row.operation as Operation | null,
    operationState: row.operation_state as OperationState | null,
    operationRequest: row.operation_request,
    fault: row.fault as MachineFault | null,
    doc: JSON.parse(row.doc) as InstanceDoc,
  };
}

/** A row to insert; `doc` is given as JSON, since a batch shares one text. */
export function rowOf(instance: Omit<Instance, 'seq' | 'doc' | 'fault'>, doc: string): NewInstance {
  return {
    key: instance.key,
    account: instance.account,
    region: instance.region,
    zone: instance.zone,
    state: instance.state,
    name: instance.name,
    type: instance.type,
    cpu: instance.cpu,
    memory_mib: instance.memoryMiB,
    image: instance.image,
    vpc: instance.vpc,
    subnet: instance.subnet,
    private_ip: instance.privateAddress,
    public_ip: instance.publicAddress,
    charge_type: instance.chargeType,
    launched_by: instance.launchedBy,
    host: instance.host,
    batch: instance.batch,
    project: instance.project,
    created_at: instance.createdAt,
    expires_at: instance.expiresAt,
    generation: instance.generation,
    version: instance.version,
    operation: instance.operation,
    operation_state: instance.operationState,
    operation_request: instance.operationRequest,
    doc,
  };
}

/** Room that an instance takes on its host: its disks are there too. */
export function needOf(
  instance: Pick<Instance, 'cpu' | 'memoryMiB'>,
  disks: ReadonlyArray<{ readonly sizeGiB: number }>,
): { readonly cpu: number; readonly memoryMiB: number; readonly diskGiB: number } {
  const diskGiB = disks.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
  return { cpu: instance.cpu, memoryMiB: instance.memoryMiB, diskGiB };
}
