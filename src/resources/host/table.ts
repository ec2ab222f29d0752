import type { Key } from '#kernel/key.ts';
import type { HostRow } from '#store/schema/host.ts';
import { statement } from '#store/statement.ts';

/** How many hosts are looked at to explain why nothing fits. */
const EXPLAINED_MAX = 64;

export interface Room {
  readonly zone: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
}

const roomColumns = [
  'key',
  'cpu_total',
  'cpu_free',
  'memory_mib_total',
  'memory_mib_free',
  'disk_gib_total',
  'disk_gib_free',
  'rack',
  'network_switch',
] as const;

/** The emptiest hosts of a zone that have room for one instance, by the index on free capacity. */
export const candidatesFor = statement<Room & { readonly limit: number }>()((db, p) =>
  db
    .selectFrom('hosts')
    .select(roomColumns)
    .where('zone', '=', p.zone)
    .where('state', '=', 'up')
    .where('dedicated', 'is', null)
    .where('cpu_free', '>=', p.cpu)
    .where('memory_mib_free', '>=', p.memoryMiB)
    .where('disk_gib_free', '>=', p.diskGiB)
    .orderBy('cpu_free', 'desc')
    .limit(p.limit),
);

/** Hosts of a zone by free capacity, fit or not: to explain why nothing fits. */
export const fullestLast = statement<{ readonly zone: string }>()((db, p) =>
  db
    .selectFrom('hosts')
    .select(roomColumns)
    .where('zone', '=', p.zone)
    .where('dedicated', 'is', null)
    .orderBy('cpu_free', 'desc')
    .limit(EXPLAINED_MAX),
);

/** One of the hosts that the driver reported, whoever has it. */
export const anyHostOf = statement<{ readonly zone: string }>()((db, p) =>
  db
    .selectFrom('hosts')
    .select('key')
    .where('zone', '=', p.zone)
    .where((eb) =>
      eb.or([
        eb('dedicated', 'is', null),
        eb(eb.cast<string>('dedicated', 'text'), '<>', eb.ref('key')),
      ]),
    )
    .limit(1),
);

/** Those of some dedicated hosts that have room for one instance, the emptiest first. */
export const dedicatedCandidatesFor = statement<
  Omit<Room, 'zone'> & { readonly dedicated: ReadonlyArray<Key<'dedicated-host'>> }
>()((db, p) =>
  db
    .selectFrom('hosts')
    .select(roomColumns)
    .where('dedicated', 'in', p.dedicated)
    .where('state', '=', 'up')
    .where('cpu_free', '>=', p.cpu)
    .where('memory_mib_free', '>=', p.memoryMiB)
    .where('disk_gib_free', '>=', p.diskGiB)
    .orderBy('cpu_free', 'desc'),
);

export const dedicatedRooms = statement<{
  readonly dedicated: ReadonlyArray<Key<'dedicated-host'>>;
}>()((db, p) => db.selectFrom('hosts').selectAll().where('dedicated', 'in', p.dedicated));

export interface Booking {
  readonly host: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
}

/** Takes room on a host; touches no row where it has not enough (D3). */
export const bookRoom = statement<Booking>()((db, p) =>
  db
    .updateTable('hosts')
    .set((eb) => ({
      cpu_free: eb('cpu_free', '-', p.cpu),
      memory_mib_free: eb('memory_mib_free', '-', p.memoryMiB),
      disk_gib_free: eb('disk_gib_free', '-', p.diskGiB),
    }))
    .where('key', '=', p.host)
    .where('cpu_free', '>=', p.cpu)
    .where('memory_mib_free', '>=', p.memoryMiB)
    .where('disk_gib_free', '>=', p.diskGiB),
);

/** Takes room on a host whether it has it or not: what is free may then be less than nothing. */
export const occupyRoom = statement<Booking>()((db, p) =>
  db
    .updateTable('hosts')
    .set((eb) => ({
      cpu_free: eb('cpu_free', '-', p.cpu),
      memory_mib_free: eb('memory_mib_free', '-', p.memoryMiB),
      disk_gib_free: eb('disk_gib_free', '-', p.diskGiB),
    }))
    .where('key', '=', p.host),
);

export const hostsByKeys = statement<{ readonly keys: ReadonlyArray<Key<'host'>> }>()((db, p) =>
  db
    .selectFrom('hosts')
    .select(['key', 'zone', 'rack', 'network_switch'])
    .where('key', 'in', p.keys)
    .orderBy('key'),
);

/** Gives room back; touches no row where the host would then have more than it has. */
export const returnRoom = statement<Booking>()((db, p) =>
  db
    .updateTable('hosts')
    .set((eb) => ({
      cpu_free: eb('cpu_free', '+', p.cpu),
      memory_mib_free: eb('memory_mib_free', '+', p.memoryMiB),
      disk_gib_free: eb('disk_gib_free', '+', p.diskGiB),
    }))
    .where('key', '=', p.host)
    .whereRef((eb) => eb('cpu_free', '+', p.cpu), '<=', 'cpu_total')
    .whereRef((eb) => eb('memory_mib_free', '+', p.memoryMiB), '<=', 'memory_mib_total')
    .whereRef((eb) => eb('disk_gib_free', '+', p.diskGiB), '<=', 'disk_gib_total'),
);

/** Every host that was ever made: those of the zones in use. */
export const allHosts = statement<object>()((db) => db.selectFrom('hosts').selectAll());

export interface Refit {
  readonly key: string;
  readonly zone: string;
  readonly state: HostRow['state'];
  readonly rack: string | null;
  readonly networkSwitch: string | null;
  /** What it has more than it had; less, where negative. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
}

/** Changes what a host has, and so what is free on it; what is booked stays booked. */
export const refitHost = statement<Refit>()((db, p) =>
  db
    .updateTable('hosts')
    .set((eb) => ({
      zone: p.zone,
      state: p.state,
      rack: p.rack,
      network_switch: p.networkSwitch,
      cpu_total: eb('cpu_total', '+', p.cpu),
      cpu_free: eb('cpu_free', '+', p.cpu),
      memory_mib_total: eb('memory_mib_total', '+', p.memoryMiB),
      memory_mib_free: eb('memory_mib_free', '+', p.memoryMiB),
      disk_gib_total: eb('disk_gib_total', '+', p.diskGiB),
      disk_gib_free: eb('disk_gib_free', '+', p.diskGiB),
    }))
    .where('key', '=', p.key),
);

/** Has a host that is well sell more vCPUs, or fewer where negative. */
export const changeHostCpu = statement<{ readonly key: Key<'host'>; readonly cpu: number }>()(
  (db, p) =>
    db
      .updateTable('hosts')
      .set((eb) => ({
        state: 'up',
        cpu_total: eb('cpu_total', '+', p.cpu),
        cpu_free: eb('cpu_free', '+', p.cpu),
      }))
      .where('key', '=', p.key),
);

export const setHostState = statement<{
  readonly key: Key<'host'>;
  readonly state: HostRow['state'];
}>()((db, p) => db.updateTable('hosts').set({ state: p.state }).where('key', '=', p.key));

/** How many instances each of these hosts has; one without has no row. */
export const countedByHost = statement<{ readonly hosts: ReadonlyArray<Key<'host'>> }>()((db, p) =>
  db
    .selectFrom('instances')
    .select((eb) => ['host', eb.fn.countAll<number>().as('count')])
    .where('host', 'in', p.hosts)
    .groupBy('host'),
);

/** Shared hosts of a zone that nothing is on. */
export const emptyHosts = statement<{ readonly zone: string; readonly limit: number }>()((db, p) =>
  db
    .selectFrom('hosts')
    .select('key')
    .where('zone', '=', p.zone)
    .where('state', '=', 'up')
    .where('dedicated', 'is', null)
    .whereRef('cpu_free', '=', 'cpu_total')
    .whereRef('memory_mib_free', '=', 'memory_mib_total')
    .whereRef('disk_gib_free', '=', 'disk_gib_total')
    .orderBy('key')
    .limit(p.limit),
);

/** Takes a shared host for one account; touches no row where something came onto it (D3). */
export const dedicateHost = statement<{ readonly host: string; readonly dedicated: string }>()(
  (db, p) =>
    db
      .updateTable('hosts')
      .set({ dedicated: p.dedicated })
      .where('key', '=', p.host)
      .where('dedicated', 'is', null)
      .whereRef('cpu_free', '=', 'cpu_total')
      .whereRef('disk_gib_free', '=', 'disk_gib_total'),
);

/** Lets others share a host again that the driver reported. */
export const shareHost = statement<{ readonly dedicated: string }>()((db, p) =>
  db
    .updateTable('hosts')
    .set({ dedicated: null })
    .where('dedicated', '=', p.dedicated)
    .where('key', '<>', p.dedicated),
);

/** Removes the rooms of dedicated hosts that are gone, once no disk is left in them. */
export const dropEmptyRooms = statement<object>()((db) =>
  db
    .deleteFrom('hosts')
    .where('dedicated', 'is not', null)
    .whereRef('dedicated', '=', 'key')
    .whereRef('cpu_free', '=', 'cpu_total')
    .whereRef('disk_gib_free', '=', 'disk_gib_total')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dedicated_hosts')
            .select('dedicated_hosts.key')
            .whereRef('dedicated_hosts.key', '=', 'hosts.dedicated'),
        ),
      ),
    ),
);

export const stateOfHost = statement<{ readonly key: Key<'host'> }>()((db, p) =>
  db.selectFrom('hosts').select('state').where('key', '=', p.key),
);

export const instancesOfHosts = statement<{ readonly hosts: ReadonlyArray<Key<'host'>> }>()(
  (db, p) => db.selectFrom('instances').select(['key', 'host']).where('host', 'in', p.hosts),
);
