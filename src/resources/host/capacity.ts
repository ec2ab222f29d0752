import type { Key } from '#kernel/key.ts';
import type { HostCandidate, Spread } from '#placement/candidate.ts';
import { explain } from '#placement/explain.ts';
import { place } from '#placement/place.ts';
import { placeTogether, type Together } from '#placement/together.ts';
import type { HostRow } from '#store/schema/host.ts';
import type { Tx } from '#store/store.ts';
import type { Scope } from '../scope.ts';
import { newHost } from './host.ts';
import {
  anyHostOf,
  bookRoom,
  candidatesFor,
  dedicatedCandidatesFor,
  fullestLast,
  hostsByKeys,
  occupyRoom,
  returnRoom,
} from './table.ts';

/** What one instance, or a disk alone, takes of its host. */
export interface Need {
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
}

export interface Wanted {
  readonly zone: string;
  readonly need: Need;
  readonly count: number;
  /** The fewest that are worth having. */
  readonly countMin: number;
  /** How they are kept apart from other members of their group, or near to them. */
  readonly spread?: Spread | undefined;
  readonly together?: Together | undefined;
  /** The dedicated hosts that will do; absent: any host that is shared. */
  readonly dedicated?: ReadonlyArray<Key<'dedicated-host'>> | undefined;
}

/** One host key for each instance placed, or why not even the fewest could be. */
export type Capacity = { readonly hosts: ReadonlyArray<Key<'host'>> } | NoCapacity;

export interface NoCapacity {
  readonly reason: string;
  /** Without their group there would be room. */
  readonly groupIsFull?: boolean;
}

const TRIES_MAX = 3;
/** Hosts to choose from besides one for each instance, which always suffice where they exist. */
const SPARE_CANDIDATES = 8;
/** The emptiest hosts may all stand together, so a group looks at all of a zone. */
const GROUPED_CANDIDATES_MAX = 65_536;

/**
 * Books room for instances on the hosts of a zone, in the transaction that creates them. Each
 * booking is a conditional update: where another process was faster, it is placed anew (D3).
 */
export async function takeCapacity(scope: Scope, wanted: Wanted): Promise<Capacity> {
  for (let tries = 1; ; tries += 1) {
    const taken = await tryCapacity(scope, wanted);
    if (taken !== 'overtaken') return taken;
    if (tries === TRIES_MAX) return { reason: 'The hosts of the zone are contended.' };
  }
}

async function tryCapacity(scope: Scope, wanted: Wanted): Promise<Capacity | 'overtaken'> {
  const { zone, need, count, countMin, spread, together } = wanted;
  const isGrouped = spread !== undefined || together !== undefined;
  const rows = await candidates(scope, wanted, isGrouped);
  const hosts = rows.map(candidateOf);
  const options = { count, countMin, random: scope.cloud.random };
  const demand = { ...need, spread };
  const placed =
    together === undefined
      ? place(hosts, demand, options)
      : placeTogether(hosts, demand, { ...options, together });
  if ('rejected' in placed) {
    if (isGrouped && !('rejected' in place(hosts, need, options))) {
      return { reason: JSON.stringify(placed.rejected), groupIsFull: true };
    }
    const looked = await scope.db.all(fullestLast, { zone });
    return { reason: JSON.stringify(explain(looked.map(candidateOf), need)) };
  }
  const booked: string[] = [];
  for (const share of placed.placed) {
    const room = multiplied(need, share.count);
    if (!(await bookHost(scope.db, share.host, room))) {
      await returnCapacity(scope.db, need, booked);
      return 'overtaken';
    }
    for (let index = 0; index < share.count; index += 1) booked.push(share.host);
  }
  return { hosts: booked };
}

async function candidates(scope: Scope, wanted: Wanted, isGrouped: boolean) {
  const { zone, need, count, dedicated } = wanted;
  if (dedicated !== undefined) {
    return scope.db.all(dedicatedCandidatesFor, { ...need, dedicated });
  }
  const limit = isGrouped ? GROUPED_CANDIDATES_MAX : count + SPARE_CANDIDATES;
  const request = { zone, ...need, limit };
  const rows = await scope.db.all(candidatesFor, request);
  const isFirst = rows.length === 0 && (await knowHosts(scope, zone));
  return isFirst ? scope.db.all(candidatesFor, request) : rows;
}

/** Books room on a host; false where it has not enough (D3). */
export async function bookHost(tx: Tx, host: string, need: Need): Promise<boolean> {
  return (await tx.run(bookRoom, { host, ...need })) === 1;
}

/** Gives back what instances of one kind took, one entry in `hosts` for each. */
export async function returnCapacity(tx: Tx, need: Need, hosts: readonly string[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const host of hosts) counts.set(host, (counts.get(host) ?? 0) + 1);
  for (const host of [...counts.keys()].toSorted()) {
    const room = multiplied(need, counts.get(host) ?? 0);
    const rowsTouched = await tx.run(returnRoom, { host, ...room });
    if (rowsTouched !== 1) throw new RangeError(`The books of host ${host} are wrong.`);
  }
}

/**
 * Moves what one instance takes to the host that an engine moved it to, whether there is room or
 * not: it is there. False where one of the two is no host of this cloud; then nothing changed.
 */
export async function moveCapacity(
  tx: Tx,
  need: Need,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> {
  const hosts = await tx.all(hostsByKeys, { keys: [from, to] });
  if (hosts.length !== 2) return false;
  await returnCapacity(tx, need, [from]);
  await tx.run(occupyRoom, { host: to, ...need });
  return true;
}

/** Books room that was given back in the same transaction, so that it is there. */
export async function keepCapacity(tx: Tx, need: Need, host: string): Promise<void> {
  await tx.run(occupyRoom, { host, ...need });
}

/**
 * Makes rows for the hosts of a zone when it is first used: most never are. False where there are
 * some.
 */
export async function knowHosts(scope: Scope, zone: string): Promise<boolean> {
  if ((await scope.db.first(anyHostOf, { zone })) !== undefined) return false;
  await scope.db.insert('hosts', scope.cloud.supply.hosts(zone).map(newHost));
  return true;
}

function multiplied(need: Need, count: number): Need {
  const { cpu, memoryMiB, diskGiB } = need;
  return { cpu: cpu * count, memoryMiB: memoryMiB * count, diskGiB: diskGiB * count };
}

function candidateOf(
  row: Omit<HostRow, 'seq' | 'zone' | 'state' | 'dedicated' | 'doc'>,
): HostCandidate {
  const { rack, network_switch: networkSwitch } = row;
  return {
    key: row.key,
    cpuFree: row.cpu_free,
    memoryMiBFree: row.memory_mib_free,
    diskGiBFree: row.disk_gib_free,
    cpuTotal: row.cpu_total,
    memoryMiBTotal: row.memory_mib_total,
    diskGiBTotal: row.disk_gib_total,
    labels: {
      ...(rack !== null && { rack }),
      ...(networkSwitch !== null && { switch: networkSwitch }),
    },
  };
}
