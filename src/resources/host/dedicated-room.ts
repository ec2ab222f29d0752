import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Scope } from '../scope.ts';
import { knowHosts } from './capacity.ts';
import { newHost } from './host.ts';
import {
  changeHostCpu,
  dedicatedRooms,
  dedicateHost,
  dropEmptyRooms,
  emptyHosts,
  shareHost,
} from './table.ts';

/** What a dedicated host has, and what of it is free. */
export interface HostRoom {
  /** Whether the server that it is on answers, and is going to. */
  readonly state: 'up' | 'failing' | 'down';
  readonly cpu: number;
  readonly cpuFree: number;
  readonly memoryMiB: number;
  readonly memoryMiBFree: number;
}

/** The rooms of dedicated hosts, by their keys. */
export async function roomsOfDedicated(
  reader: Reader,
  dedicated: ReadonlyArray<Key<'dedicated-host'>>,
): Promise<ReadonlyMap<string, HostRoom>> {
  if (dedicated.length === 0) return new Map();
  const rows = await reader.all(dedicatedRooms, { dedicated });
  return new Map(
    rows.map((row) => [
      row.dedicated ?? '',
      {
        state: row.state === 'own' ? 'up' : row.state,
        cpu: row.cpu_total,
        cpuFree: row.cpu_free,
        memoryMiB: row.memory_mib_total,
        memoryMiBFree: row.memory_mib_free,
      },
    ]),
  );
}

/**
 * Rooms for dedicated hosts of the keys, as many as there are: made to measure, or of machines that
 * have hosts of their own, those that nothing is on. Answers the hosts in the order of the keys.
 */
export async function takeRooms(
  scope: Scope,
  keys: ReadonlyArray<Key<'dedicated-host'>>,
  of: { readonly zone: string; readonly cpu: number; readonly memoryMiB: number },
): Promise<ReadonlyArray<Key<'host'>>> {
  const { db, cloud } = scope;
  const { zone, cpu, memoryMiB } = of;
  if (cloud.supply.lacks('host-on-demand') !== undefined) return claim(scope, zone, keys);
  await db.run(dropEmptyRooms, {});
  // Disks are not in the host, so it has as much of them as any.
  const diskGiB = cloud.supply.hosts(zone)[0]?.diskGiB ?? 0;
  const made = keys.map((key) => ({
    ...newHost({ key, zone, state: 'up', cpu, memoryMiB, diskGiB }),
    dedicated: key,
  }));
  await db.insert('hosts', made);
  return made.map(({ key }) => key);
}

async function claim(
  scope: Scope,
  zone: string,
  keys: ReadonlyArray<Key<'dedicated-host'>>,
): Promise<ReadonlyArray<Key<'host'>>> {
  const { db } = scope;
  await knowHosts(scope, zone);
  const claimed: Array<Key<'host'>> = [];
  for (const { key: host } of await db.all(emptyHosts, { zone, limit: keys.length })) {
    const dedicated = keys[claimed.length] ?? '';
    if ((await db.run(dedicateHost, { host, dedicated })) === 1) claimed.push(host);
  }
  return claimed;
}

/** Gives the room of a dedicated host back, which no instance is on. */
export async function returnRoomOf(tx: Tx, dedicated: Key<'dedicated-host'>): Promise<void> {
  await tx.run(shareHost, { dedicated });
  await tx.run(dropEmptyRooms, {});
}

/** Has a dedicated host sell more vCPUs, or fewer. */
export async function changeCpu(tx: Tx, host: Key<'host'>, more: number): Promise<void> {
  await tx.run(changeHostCpu, { key: host, cpu: more });
}

/** Gives a dedicated host another server of the same size, which is well. */
export async function mendRoom(tx: Tx, host: Key<'host'>): Promise<void> {
  await tx.run(changeHostCpu, { key: host, cpu: 0 });
}
