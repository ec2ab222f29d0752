import type { Key } from '#kernel/key.ts';
import type { DedicatedHostRow } from '#store/schema/dedicated-host.ts';
import type { Prepaid } from '../instance/instance.ts';

/** What of a host its owner, or time, may change. Times are cloud milliseconds. */
export interface DedicatedHostContract {
  readonly state: DedicatedHostRow['state'];
  readonly name: string | null;
  readonly description: string | null;
  readonly project: number;
  readonly cluster: Key<'dedicated-host-cluster'> | null;
  readonly prepaid: Prepaid | null;
  readonly renewalDay: number | null;
  readonly expiresAt: number | null;
  readonly releaseAt: number | null;
  /** Whether launches that name no host may go onto it. */
  readonly autoPlacement: boolean;
  /** What becomes of its instances when it fails. */
  readonly maintenanceAction: 'migrate' | 'stop';
  /** How many vCPUs are sold of 100. */
  readonly cpuPercent: number;
  /** Seconds; null for the default. */
  readonly udpTimeout: number | null;
  readonly slbUdpTimeout: number | null;
  /** How often it went to another server. */
  readonly moves: number;
}

/** A host that one account has to itself. */
export interface DedicatedHost extends DedicatedHostContract {
  readonly seq: number;
  readonly key: Key<'dedicated-host'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  /** Whose room it is. */
  readonly host: Key<'host'>;
  readonly launchedBy: string;
  readonly type: string;
  readonly resourceGroup: string | null;
  readonly createdAt: number;
  readonly version: number;
}

/** The host of a row. */
export function dedicatedHostOf(row: DedicatedHostRow): DedicatedHost {
  return {
    seq: row.seq,
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    host: row.host,
    launchedBy: row.launched_by,
    type: row.type,
    state: row.state,
    name: row.name,
    description: row.description,
    project: row.project,
    resourceGroup: row.resource_group,
    cluster: row.cluster,
    prepaid: prepaidOf(row),
    renewalDay: row.renewal_day,
    expiresAt: row.expires_at,
    releaseAt: row.release_at,
    autoPlacement: row.auto_placement === 1,
    maintenanceAction: row.maintenance_action as DedicatedHost['maintenanceAction'],
    cpuPercent: row.cpu_percent,
    udpTimeout: row.udp_timeout,
    slbUdpTimeout: row.slb_udp_timeout,
    moves: row.moves,
    createdAt: row.created_at,
    version: row.version,
  };
}

function prepaidOf(row: DedicatedHostRow): Prepaid | null {
  if (row.period === null) return null;
  return {
    period: row.period,
    unit: row.period_unit as Prepaid['unit'],
    renewal: row.renewal as Prepaid['renewal'],
    renewalPeriod: row.renewal_period ?? 1,
    renewalUnit: row.renewal_unit as Prepaid['unit'],
  };
}

/** The columns of what may change. */
export function contractColumns(host: DedicatedHostContract) {
  const { prepaid } = host;
  return {
    state: host.state,
    name: host.name,
    description: host.description,
    project: host.project,
    cluster: host.cluster,
    charge_type: prepaid === null ? ('postpaid' as const) : ('prepaid' as const),
    period: prepaid?.period ?? null,
    period_unit: prepaid?.unit ?? null,
    renewal: prepaid?.renewal ?? null,
    renewal_period: prepaid?.renewalPeriod ?? null,
    renewal_unit: prepaid?.renewalUnit ?? prepaid?.unit ?? null,
    renewal_day: host.renewalDay,
    expires_at: host.expiresAt,
    release_at: host.releaseAt,
    auto_placement: host.autoPlacement ? (1 as const) : (0 as const),
    maintenance_action: host.maintenanceAction,
    cpu_percent: host.cpuPercent,
    udp_timeout: host.udpTimeout,
    slb_udp_timeout: host.slbUdpTimeout,
    moves: host.moves,
  };
}
